import * as z from 'zod';
import type { ToolingEvent } from '#domain/messages/events.ts';
import type { Heartbeat, Matter, Message, SolvedMatter } from '#domain/messages/message.ts';
import type { OutboxWork } from '#domain/outbox/outbox-item.ts';
import type { Telephony } from '#domain/subscriptions/subscription.ts';
import { channel, findingKind, severity } from './findings.ts';
import { outcomes, reassignmentStatus } from './reassignments.ts';
import { day, id, instant, oneOf } from './stored.ts';
import { usageType } from './usage.ts';

const named = z.object({ name: z.string(), id: z.string() });
const seats = z.array(z.object({ kind: z.string(), committed: z.number(), assigned: z.number() }));
const seatsToBuy = z.array(z.object({ kind: z.string(), quantity: z.number() }));
const telephony = oneOf<Telephony>({ 'webex-calling': true, 'bundled-pstn': true, vpop: true });

const cliff = z.object({
  type: usageType,
  before: z.number(),
  after: z.number(),
  use: z.exactOptional(z.object({ month: z.string(), used: z.number(), overage: z.number() })),
  paidBy: z.exactOptional(z.string()),
});

const matter: z.ZodType<Matter> = z.object({
  kind: findingKind,
  severity,
  subscription: z.exactOptional(named),
  recipient: z.exactOptional(named),
  unreached: z.exactOptional(z.object({ channel, delivery: z.enum(['pending', 'gone']) })),
  escalated: z.exactOptional(z.literal(true)),
  on: z.exactOptional(day),
  daysLeft: z.exactOptional(z.number()),
  people: z.number(),
  admins: z.number(),
  names: z.array(z.string()),
  primary: z.exactOptional(z.object({ before: z.string(), after: z.exactOptional(z.string()) })),
  cliffs: z.exactOptional(z.array(cliff)),
  gap: z.exactOptional(z.object({ people: z.number(), resumesOn: day })),
  kinds: z.exactOptional(z.array(z.string())),
  notice: z.exactOptional(z.object({ expiresOn: day, renews: z.boolean() })),
  confirmedOn: z.exactOptional(day),
  primaryShown: z.exactOptional(z.object({ shown: z.string(), oldest: z.string() })),
  partners: z.exactOptional(z.array(z.string())),
  seats: z.exactOptional(seats),
  telephony: z.exactOptional(z.object({ found: telephony, expected: telephony, chosenBy: z.string() })),
  moveOn: z.exactOptional(z.object({ name: z.string(), startsOn: day })),
  linkId: z.exactOptional(id.link),
});

const solved: z.ZodType<SolvedMatter> = z.object({
  kind: findingKind,
  subscription: z.exactOptional(named),
  recipient: z.exactOptional(named),
  channel: z.exactOptional(channel),
  on: z.exactOptional(day),
  nowOn: z.exactOptional(day),
});

const heartbeat: z.ZodType<Heartbeat> = z.object({
  subscriptions: z.number(),
  people: z.number(),
  stranded: z.exactOptional(z.number()),
  nobodyLosesAccessBefore: z.exactOptional(day),
  auditHead: z.exactOptional(z.object({ number: z.number(), hash: z.string() })),
});

const message: z.ZodType<Message> = z.discriminatedUnion('template', [
  z.object({
    template: z.literal('digest'),
    tenantName: z.string(),
    today: day,
    matters: z.array(matter),
    more: z.number(),
    solved: z.array(solved),
    heartbeat: z.exactOptional(heartbeat),
  }),
  z.object({
    template: z.literal('reassignment-result'),
    tenantName: z.string(),
    subscription: named,
    startedBy: z.string(),
    status: z.enum(['done', 'awaiting-control-hub', 'stopped', 'cancelled', 'undone', 'awaiting-control-hub-back']),
    endedBy: z.exactOptional(z.string()),
    counts: outcomes,
    seatsToBuy,
    endsOn: z.exactOptional(day),
    linkId: z.exactOptional(id.link),
  }),
  z.object({
    template: z.literal('passed-on'),
    tenantName: z.string(),
    askedBy: z.string(),
    partner: z.exactOptional(z.string()),
    subscription: named,
    endsOn: z.exactOptional(day),
    people: z.number(),
    linkId: id.link,
  }),
  z.object({
    template: z.literal('fresh-link'),
    tenantName: z.string(),
    subscription: named,
    endsOn: z.exactOptional(day),
    linkId: id.link,
  }),
  z.object({ template: z.literal('code'), tenantName: z.string(), subscription: named, linkId: id.link }),
]);

const about = {
  tenantId: id.tenant,
  kind: findingKind,
  severity,
  subscriptionId: z.exactOptional(id.subscription),
  aboutRecipientId: z.exactOptional(id.recipient),
  aboutChannel: z.exactOptional(channel),
  on: z.exactOptional(day),
  at: instant,
};

const event: z.ZodType<ToolingEvent> = z.discriminatedUnion('detailType', [
  z.object({
    detailType: z.literal('alert'),
    ...about,
    alertId: id.alert,
    daysLeft: z.exactOptional(z.number()),
    people: z.number(),
    admins: z.number(),
  }),
  z.object({ detailType: z.literal('solved'), ...about }),
  z.object({
    detailType: z.literal('reassignment'),
    tenantId: id.tenant,
    reassignmentId: id.reassignment,
    status: reassignmentStatus,
    fromSubscriptionId: id.subscription,
    counts: outcomes,
    at: instant,
  }),
]);

const toWhom = { recipientId: id.recipient, channel };

/** A4. What still has to reach somebody, as the outbox stores it: template and parameters, never text or secret. */
export const outboxWork: z.ZodType<OutboxWork> = z.discriminatedUnion('work', [
  z.object({ work: z.literal('message'), ...toWhom, message }),
  z.object({ work: z.literal('reconcile-topic'), ...toWhom, resend: z.boolean() }),
  z.object({ work: z.literal('confirm-topic'), ...toWhom, token: z.string() }),
  z.object({ work: z.literal('event'), event }),
]);
