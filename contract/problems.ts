import * as z from 'zod';

/** Every refusal of the product: its HTTP status and its title. A new reason does not compile until it stands here. */
export const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The request is not valid.' },
  'idempotency-key-required': { status: 400, title: 'This request needs an Idempotency-Key header.' },
  'may-not-act': { status: 403, title: 'You may see this plan, but not carry it out.' },
  'code-required': { status: 403, title: 'A code is needed that only the recipient gets.' },
  'not-found': { status: 404, title: 'There is no such route.' },
  'link-not-found': { status: 404, title: 'There is no such link.' },
  'tenant-not-found': { status: 404, title: 'There is no such tenant.' },
  'subscription-not-found': { status: 404, title: 'There is no such subscription.' },
  'person-not-found': { status: 404, title: 'There is no such person.' },
  'recipient-not-found': { status: 404, title: 'There is no such recipient.' },
  'alert-not-found': { status: 404, title: 'There is no such alert.' },
  'partner-not-found': { status: 404, title: 'There is no such partner.' },
  'usage-not-found': { status: 404, title: 'Nobody has entered the usage of this month.' },
  'import-not-found': { status: 404, title: 'There is no such import.' },
  'reassignment-not-found': { status: 404, title: 'There is no such reassignment.' },
  'part-not-found': { status: 404, title: 'The file has no such part.' },
  'method-not-allowed': { status: 405, title: 'This route has no such method.' },
  'licensing-model-mixed': { status: 409, title: 'All subscriptions of a tenant have one licensing model.' },
  'subscription-in-use': { status: 409, title: 'People are still assigned to the subscription.' },
  'partner-in-use': { status: 409, title: 'Recipients or subscriptions still name the partner.' },
  'nobody-to-pass-to': { status: 409, title: 'Nobody of the customer can be reached.' },
  'passed-on-already': { status: 409, title: 'This was passed on within the last hour.' },
  'critical-cannot-wait': { status: 409, title: 'What is critical cannot be put off.' },
  'alert-over': { status: 409, title: 'What was told is settled, or told anew.' },
  'alert-of-tooling': { status: 409, title: 'This alert was told to tooling.' },
  'plan-changed': { status: 409, title: 'The tenant has changed since the plan was made.' },
  'reassignment-in-progress': { status: 409, title: 'Another reassignment leaves this subscription right now.' },
  'not-started': { status: 409, title: 'Nobody has been moved through this link yet.' },
  'not-now': { status: 409, title: 'The reassignment is not in a state for this.' },
  'too-late': { status: 409, title: 'It is too late for this.' },
  'tenant-deleting': { status: 409, title: 'A tenant of this id is being deleted.' },
  'link-closed': { status: 410, title: 'This link is closed.' },
  'precondition-failed': { status: 412, title: 'The resource is at another revision.' },
  'payload-too-large': { status: 413, title: 'The body is too large.' },
  'unsupported-media-type': { status: 415, title: 'The body is of a type this route does not take.' },
  'unknown-subscription': { status: 422, title: 'The tenant has no such subscription.' },
  'unknown-partner': { status: 422, title: 'The tenant has no such partner.' },
  'unknown-person': { status: 422, title: 'The tenant has no such person.' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key named another request before.' },
  'no-such-channel': { status: 422, title: 'The recipient has no address for that channel.' },
  'not-available': { status: 422, title: 'This is not available yet.' },
  'internal-error': { status: 500, title: 'Something is broken on our side.' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type ProblemReason = keyof typeof PROBLEMS;

/** RFC 9457, with a stable `reason` and, for invalid input, each wrong field. Other members depend on the reason. */
export const problemBody = z.looseObject({
  type: z.literal('about:blank'),
  reason: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

/** What a refusal brings beside its reason. */
type Refusal = { readonly reason: ProblemReason; readonly [member: string]: unknown };

const DETAILS: { readonly [Reason in ProblemReason]?: (refusal: Refusal) => string } = {
  'invalid-request': () => 'Correct the fields named in "errors" and send the request again.',
  'idempotency-key-required': () =>
    'Send a value of your own choice, at most 128 characters, and the same one when you repeat the request.',
  'licensing-model-mixed': ({ subscriptionIds }) =>
    `${listed(subscriptionIds)} would mix named and concurrent licensing; Webex provisioning rejects that, too.`,
  'subscription-in-use': ({ subscriptionId }) => `Move the people who hold a licence of ${String(subscriptionId)} first.`,
  'unknown-subscription': ({ subscriptionId }) => `Create the subscription ${String(subscriptionId)} first, or correct its id.`,
  'unknown-partner': ({ partnerId }) => `Create the partner ${String(partnerId)} first, or correct its id.`,
  'partner-in-use': ({ recipients, subscriptions }) =>
    `${String(recipients)} recipients and ${String(subscriptions)} subscriptions name the partner: give them another one, or none, first.`,
  'critical-cannot-wait': () => 'It takes access within three days, has taken it, or comes tomorrow. Act on it, or let it be told.',
  'alert-over': () => 'There is nothing left to put off. Look at the newest alerts.',
  'alert-of-tooling': () => 'Tooling is told of everything once. Put off the alert of a recipient.',
  'nobody-to-pass-to': () =>
    'The tenant has no recipient of its own who may act, hears of this subscription’s department, and has a confirmed address. Ask the customer’s admins directly.',
  'passed-on-already': () => 'The customer’s admins have a message with a link of their own. It can be sent again after an hour.',
  'unknown-person': ({ place }) => `Enter the person in people[${String(place)}] first, or correct the id.`,
  'plan-changed': () => 'Look at the new plan in "plan" and send its planHash.',
  'code-required': codeDetail,
  'not-started': () => 'Review the link, choose a plan and execute it first.',
  'not-now': ({ status }) => `The reassignment is ${String(status)}.`,
  'too-late': ({ status }) =>
    `The reassignment is ${String(status)}. A run is cancelled while it moves people, and undone within 72 hours of its end.`,
  'precondition-failed': () => 'Read the resource again and send the ETag it has now.',
  'idempotency-key-reused': () => 'Use a new key for a new request.',
  'payload-too-large': () => 'A body may have 4 MB as sent and 32 MB unpacked. Send it gzip-encoded or in several requests.',
  'no-such-channel': ({ channel }) => `Give the recipient an address for ${String(channel)} first.`,
  'link-closed': () => 'The matter is settled, or a newer message has taken the place of this one.',
  'internal-error': () => 'Try again; if it stays, the request id helps whoever runs this installation.',
};

/** A refusal as the answer of the API: the status, and the body with every member the refusal carries but `status`. */
export function problem(refusal: Refusal): { readonly status: number; readonly body: Readonly<Record<string, unknown>> } {
  const { reason, status: _ofTheRefusal, detail, ...members } = refusal;
  const { status, title } = PROBLEMS[reason];
  return {
    status,
    body: {
      type: 'about:blank',
      reason,
      title,
      status,
      detail: typeof detail === 'string' ? detail : (DETAILS[reason]?.(refusal) ?? title),
      ...members,
    },
  };
}

function listed(ids: unknown): string {
  return Array.isArray(ids) ? ids.join(' and ') : String(ids);
}

/** L9. What to do about a code: wait for it, look again, wait until there is another one, or get a second channel. */
function codeDetail({ why, sentBy, triesLeft, until }: Refusal): string {
  const way = sentBy === 'email' ? 'e-mail' : 'SMS';
  const sentences: Readonly<Record<string, string>> = {
    sent: `A code of six digits is on its way by ${way}. Send the request again with it in "code".`,
    wrong: `That code is not right; ${String(triesLeft)} more ${triesLeft === 1 ? 'try' : 'tries'}. Use the newest code that came by ${way}.`,
    over: `That code is not worth anything any more. Another one is on its way by ${way}.`,
    'tries-used-up': `All tries are used up. A new code is sent on request from ${String(until)} on.`,
    'all-sent': `Three codes were sent by ${way}, which is all there is for ten minutes. Use the newest; another one is sent on request from ${String(until)} on.`,
    'one-channel':
      "The tenant asks for a code over the recipient's other channel, and there is no other channel that was confirmed. Have an admin of the tenant give the recipient both an e-mail address and a mobile number, and confirm them.",
  };
  return sentences[String(why)] ?? 'Send the request again with the code of six digits that the recipient was sent.';
}
