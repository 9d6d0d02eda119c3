import { confirmationMail } from './confirmation-mail.ts';
import { subscriptionOfToken, tokenOf } from './confirmation-token.ts';
import type { Forward, GateAnswer, GateRequest } from './forward.ts';
import { elementOf, snsRefusal } from './sns-answers.ts';
import { subjectFault } from './subject-fault.ts';
import { type SnsCall, type Subscriptions, subscriptionsAt } from './subscriptions.ts';

/** What leaves over SNS towards one person: what a mailbox or a phone would have received. */
type Delivered = {
  readonly topicArn: string;
  readonly channel: 'email' | 'sms';
  readonly address: string;
  readonly subject?: string;
  readonly body: string;
};

type SnsGate = {
  readonly forward: Forward;
  readonly confirm: 'by-themselves' | 'manual';
  /** The page that a confirmation mail links to, without its query. */
  readonly confirmationUrl: string;
  readonly deliver: (delivered: Delivered) => Promise<void>;
};

/** SNS as functions see it: the emulator, made honest about pending subscriptions and strict about subjects. */
export type Sns = { readonly answer: Forward; readonly subscriptions: Subscriptions };

type Context = SnsGate & { readonly subscriptions: Subscriptions };
type Action = (context: Context, request: GateRequest, form: URLSearchParams) => Promise<GateAnswer>;

/** The actions that the emulator alone would not answer as SNS does. */
const ACTIONS: Readonly<Record<string, Action>> = {
  Publish: publish,
  PublishBatch: async () => snsRefusal(400, 'InvalidAction', 'The local stack does not deliver PublishBatch to the inbox.'),
  Subscribe: subscribe,
  ConfirmSubscription: confirmSubscription,
  ListSubscriptions: list,
  ListSubscriptionsByTopic: list,
};

export function snsGate(gate: SnsGate): Sns {
  const subscriptions = subscriptionsAt(callThrough(gate.forward));
  const answer: Forward = (request) => {
    const form = new URLSearchParams(request.body.toString());
    const action = ACTIONS[form.get('Action') ?? ''];
    return action === undefined ? gate.forward(request) : action({ ...gate, subscriptions }, request, form);
  };
  return { answer, subscriptions };
}

function callThrough(forward: Forward): SnsCall {
  return (action, parameters) => {
    const body = Buffer.from(new URLSearchParams({ Action: action, ...parameters }).toString());
    return forward({ method: 'POST', path: '/', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body });
  };
}

async function publish(context: Context, request: GateRequest, form: URLSearchParams): Promise<GateAnswer> {
  const fault = subjectFault(form.get('Subject'));
  if (fault !== undefined) return snsRefusal(400, 'InvalidParameter', `Invalid parameter: Subject (${fault})`);
  const answer = await context.forward(request);
  if (answer.status === 200) await deliverToPeople(context, form);
  return answer;
}

async function deliverToPeople({ subscriptions, deliver }: Context, form: URLSearchParams): Promise<void> {
  const topicArn = form.get('TopicArn') ?? '';
  const subject = form.get('Subject');
  for (const { protocol, endpoint, confirmed } of await subscriptions.of(topicArn)) {
    if (!confirmed || (protocol !== 'email' && protocol !== 'sms')) continue;
    const withSubject = subject === null || protocol === 'sms' ? {} : { subject };
    await deliver({ topicArn, channel: protocol, address: endpoint, ...withSubject, body: textFor(protocol, form) });
  }
}

/** What one protocol receives: its own part of a `MessageStructure: json` message, or the default. */
function textFor(protocol: string, form: URLSearchParams): string {
  const message = form.get('Message') ?? '';
  if (form.get('MessageStructure') !== 'json') return message;
  const parts: unknown = JSON.parse(message);
  if (typeof parts !== 'object' || parts === null) return message;
  return String(Reflect.get(parts, protocol) ?? Reflect.get(parts, 'default'));
}

/** A telephone is confirmed at once, as in AWS; an e-mail address by whoever reads its mail. */
async function subscribe(context: Context, request: GateRequest, form: URLSearchParams): Promise<GateAnswer> {
  const { forward, subscriptions, confirm } = context;
  const answer = await forward(request);
  const arn = elementOf(answer.body.toString(), 'SubscriptionArn');
  if (answer.status !== 200 || arn === undefined || (await subscriptions.isConfirmed(arn))) return answer;
  const topicArn = form.get('TopicArn') ?? '';
  const isEmail = form.get('Protocol') === 'email';
  if (isEmail && confirm === 'manual') await sendConfirmationMail(context, { topicArn, arn, address: form.get('Endpoint') ?? '' });
  else await subscriptions.confirm(topicArn, arn);
  return isEmail && form.get('ReturnSubscriptionArn') !== 'true' ? renamed(answer, arn, 'pending confirmation') : answer;
}

type Asked = { readonly topicArn: string; readonly arn: string; readonly address: string };

async function sendConfirmationMail({ confirmationUrl, deliver }: Context, { topicArn, arn, address }: Asked): Promise<void> {
  const link = `${confirmationUrl}?TopicArn=${topicArn}&Token=${tokenOf(arn)}`;
  await deliver({ topicArn, channel: 'email', address, ...confirmationMail({ link, topicArn }) });
}

function confirmSubscription({ forward }: Context, request: GateRequest, form: URLSearchParams): Promise<GateAnswer> {
  form.set('Token', subscriptionOfToken(form.get('Token') ?? ''));
  return forward({ ...request, body: Buffer.from(form.toString()) });
}

/** The emulator shows the ARNs of subscriptions that nobody has confirmed; SNS says `PendingConfirmation`. */
async function list({ forward, subscriptions }: Context, request: GateRequest): Promise<GateAnswer> {
  let answer = await forward(request);
  for (const [, arn = ''] of answer.body.toString().matchAll(/<SubscriptionArn>([^<]+)</g)) {
    if (!(await subscriptions.isConfirmed(arn))) answer = renamed(answer, arn, 'PendingConfirmation');
  }
  return answer;
}

function renamed(answer: GateAnswer, from: string, to: string): GateAnswer {
  return { ...answer, body: Buffer.from(answer.body.toString().replaceAll(`<SubscriptionArn>${from}<`, `<SubscriptionArn>${to}<`)) };
}
