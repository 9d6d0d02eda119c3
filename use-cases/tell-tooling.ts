import { decideTooling, type ToolingAudience } from '#domain/alerts/decide-alerts.ts';
import type { AudienceDecision } from '#domain/alerts/decide-audience.ts';
import { type DueAlert, dayOfFinding } from '#domain/alerts/due-alert.ts';
import type { Situation } from '#domain/alerts/situation.ts';
import type { Solved } from '#domain/alerts/solved.ts';
import { daysBetween } from '#domain/days/day.ts';
import { subjectOf } from '#domain/findings/finding.ts';
import { idOf, type OutboxId, type RecipientId, type SubscriptionId } from '#domain/ids.ts';
import type { ToolingEvent } from '#domain/messages/events.ts';
import type { Channel } from '#domain/recipients/recipient.ts';
import type { Change } from './change.ts';
import { alertOf, type DigestPorts } from './compose-digest.ts';
import type { Ports } from './ports.ts';
import { alertsThatExist, type Telling } from './tell-recipient.ts';

type Asked = { readonly situation: Situation; readonly toldRevision: number; readonly alreadyTold: ReadonlySet<string> };

/**
 * A2. Tells tooling of every alert and of everything solved, without links, as events in the outbox: as many transactions
 * as it takes, each with what tooling knows afterwards.
 */
export async function tellTooling(
  ports: DigestPorts & Pick<Ports, 'stores'>,
  { situation, toldRevision, alreadyTold }: Asked,
): Promise<Telling> {
  const stores = ports.stores.storesFor(situation.picture.tenant.tenantId);
  const alerts: DueAlert[] = [];
  const outboxIds: OutboxId[] = [];
  let toolingTold = situation.toolingTold;
  for (let revision = toldRevision; ; revision += 1) {
    const decision = decideTooling({ situation: { ...situation, toolingTold }, alreadyTold });
    if (!decision.changed) return { telling: 'told', alerts, outboxIds };
    const events = eventChanges(ports, { situation, decision });
    const outcome = await stores.commit([...events.changes, { change: 'tell-tooling', told: decision.told, toldRevision: revision }]);
    if (!outcome.ok) return { telling: 'lost-race', alerts, outboxIds, exists: await alertsThatExist(stores, decision.alerts) };
    alerts.push(...decision.alerts);
    outboxIds.push(...events.outboxIds);
    toolingTold = decision.told;
  }
}

type Deciding = { readonly situation: Situation; readonly decision: AudienceDecision<ToolingAudience> };

function eventChanges(
  ports: DigestPorts,
  { situation, decision }: Deciding,
): { readonly changes: readonly Change[]; readonly outboxIds: readonly OutboxId[] } {
  const told = decision.alerts.map((alert) => {
    const outboxId = idOf.outbox(ports.randomness.ulid(situation.now));
    const kept = alertOf(ports, { alert, situation, outboxId, linkId: undefined });
    const changes: readonly Change[] = [
      { change: 'put-alert', alert: kept },
      enqueued(outboxId, alertEvent({ ...kept, alert, situation }), situation),
    ];
    return { outboxId, changes };
  });
  const solved = decision.solved.map((matter) => {
    const outboxId = idOf.outbox(ports.randomness.ulid(situation.now));
    return { outboxId, changes: [enqueued(outboxId, solvedEvent(matter, situation), situation)] };
  });
  const all = [...told, ...solved];
  return { changes: all.flatMap(({ changes }) => changes), outboxIds: all.map(({ outboxId }) => outboxId) };
}

function enqueued(outboxId: OutboxId, event: ToolingEvent, { picture, now }: Situation): Change {
  return { change: 'enqueue', item: { outboxId, tenantId: picture.tenant.tenantId, createdAt: now, work: { work: 'event', event } } };
}

type Kept = ReturnType<typeof alertOf> & { readonly alert: DueAlert; readonly situation: Situation };

function alertEvent({ alertId, severity, people, admins, alert, situation }: Kept): ToolingEvent {
  const { finding, identity } = alert;
  const on = dayOfFinding(finding);
  return {
    detailType: 'alert',
    tenantId: identity.tenantId,
    alertId,
    kind: finding.kind,
    severity,
    ...about(identity.subject),
    ...(on !== undefined && { on, daysLeft: daysBetween({ from: situation.today, to: on }) }),
    people,
    admins,
    at: situation.now,
  };
}

function solvedEvent({ told }: Solved, { picture, now }: Situation): ToolingEvent {
  const { kind, severity, subject, rung, on } = told;
  return {
    detailType: 'solved',
    tenantId: picture.tenant.tenantId,
    kind,
    severity,
    ...about(subject),
    ...(rung !== 'once' && { on }),
    at: now,
  };
}

type About = { readonly subscriptionId?: SubscriptionId; readonly aboutRecipientId?: RecipientId; readonly aboutChannel?: Channel };

function about(key: string): About {
  const subject = subjectOf(key);
  if (subject === 'tenant') return {};
  return 'recipientId' in subject ? { aboutRecipientId: subject.recipientId, aboutChannel: subject.channel } : subject;
}
