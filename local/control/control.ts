import * as z from 'zod';
import type { MovableClock } from '#local/clock/clock.ts';
import type { HttpAnswer } from '#local/edge/http-answer.ts';
import type { SignedRequest } from '#local/edge/signature.ts';
import type { FunctionLogs } from '#local/functions/function-logs.ts';
import type { Inbox } from '#local/inbox/inbox.ts';
import { inboxPage } from '#local/inbox/inbox-page.ts';
import type { DeadLetter } from '#local/queues/dead-letters.ts';
import type { TickReport } from '#local/queues/tick.ts';
import { backToInbox, controlError, jsonAnswer, linesAnswer, pageAnswer } from './control-answer.ts';
import { readBody } from './control-body.ts';
import type { FaultRoutes } from './fault-routes.ts';
import { moveClock } from './move-clock.ts';

/** What the control routes act on: everything outside the product that people and tests may turn. */
export type Controls = {
  readonly clock: MovableClock;
  readonly inbox: Inbox;
  readonly logs: FunctionLogs;
  readonly tick: () => Promise<TickReport>;
  readonly deadLetters: () => readonly DeadLetter[];
  readonly confirm: (request: z.infer<typeof confirmSchema>) => Promise<'done' | 'unknown-recipient' | 'no-subscription'>;
  /** What a confirmation mail's link does; false when its token is of no subscription. */
  readonly followConfirmation: (topicArn: string, token: string) => Promise<boolean>;
  readonly faults: FaultRoutes;
};

type Route = (controls: Controls, request: SignedRequest) => HttpAnswer | Promise<HttpAnswer>;

const confirmSchema = z.strictObject({
  recipient: z.string().min(1),
  channel: z.enum(['email', 'sms']),
  state: z.enum(['pending', 'confirmed', 'gone']),
  /** Where several tenants have a recipient of that id; all of them when absent. */
  tenant: z.string().min(1).optional(),
});

const ROUTES: Readonly<Record<string, Readonly<Record<string, Route>>>> = {
  '/_local/inbox': { GET: showInbox, DELETE: emptyInbox },
  '/_local/clock': { GET: ({ clock }) => jsonAnswer(200, { now: clock.now() }), POST: postClock },
  '/_local/tick': { POST: postTick },
  '/_local/confirm': { POST: postConfirm },
  '/_local/confirmation': { GET: followConfirmation },
  '/_local/faults': {
    GET: ({ faults }) => faults.list(),
    POST: ({ faults }, request) => faults.arm(request),
    DELETE: ({ faults }) => faults.clear(),
  },
  '/_local/dead-letters': { GET: ({ deadLetters }) => jsonAnswer(200, { items: deadLetters() }) },
  '/_local/logs': { GET: ({ logs }) => linesAnswer(logs.lines()) },
};

/** Answers a request to `/_local/…`, the routes beside the product; undefined when it is for the product. */
export async function control(controls: Controls, request: SignedRequest): Promise<HttpAnswer | undefined> {
  const path = request.path.split('?')[0] ?? '';
  if (!path.startsWith('/_local')) return undefined;
  const methods = ROUTES[path];
  if (methods === undefined) return controlError(404, `There is no ${path}: known are ${Object.keys(ROUTES).join(', ')}.`);
  const route = methods[request.method];
  if (route === undefined) return controlError(405, `${path} answers ${Object.keys(methods).join(' and ')} only.`);
  if (!isFromHere(request)) return controlError(403, 'Only pages of this address may call the control routes.');
  return route(controls, request);
}

/** Another web page in the same browser must not move the clock: such requests carry a foreign origin. */
function isFromHere({ headers }: SignedRequest): boolean {
  const { host = '', origin } = headers;
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host) && (origin === undefined || origin === `http://${host}`);
}

function showInbox({ inbox, clock }: Controls, request: SignedRequest): HttpAnswer {
  return wantsPage(request) ? pageAnswer(inboxPage({ items: inbox.items(), now: clock.now() })) : jsonAnswer(200, { items: inbox.items() });
}

function emptyInbox({ inbox }: Controls): HttpAnswer {
  inbox.empty();
  return { status: 204, headers: {}, body: Buffer.alloc(0) };
}

function postClock({ clock }: Controls, request: SignedRequest): HttpAnswer {
  const moved = moveClock(clock, request);
  if (!moved.ok) return controlError(400, moved.refusal);
  return wantsPage(request) ? backToInbox() : jsonAnswer(200, { now: clock.now() });
}

async function postTick({ tick }: Controls, request: SignedRequest): Promise<HttpAnswer> {
  const report = await tick();
  return wantsPage(request) ? backToInbox() : jsonAnswer(200, report);
}

async function postConfirm({ confirm }: Controls, request: SignedRequest): Promise<HttpAnswer> {
  const body = readBody(confirmSchema, request);
  if (!body.ok) return controlError(400, body.refusal);
  const { recipient, channel, state } = body.value;
  const outcome = await confirm(body.value);
  if (outcome === 'unknown-recipient') return controlError(404, `There is no recipient ${recipient}.`);
  if (outcome === 'no-subscription') return controlError(404, `${recipient} has no ${channel} subscription.`);
  return jsonAnswer(200, { recipient, channel, state });
}

async function followConfirmation(controls: Controls, request: SignedRequest): Promise<HttpAnswer> {
  const query = new URLSearchParams(request.path.split('?')[1] ?? '');
  const confirmed = await controls.followConfirmation(query.get('TopicArn') ?? '', query.get('Token') ?? '');
  return confirmed
    ? jsonAnswer(200, { message: 'Subscription confirmed.' })
    : controlError(400, 'The token in this link is of no subscription.');
}

function wantsPage({ headers }: SignedRequest): boolean {
  return headers['accept']?.includes('text/html') ?? false;
}
