import { type Alert, matterKey, type ToldMatters } from '#domain/alerts/alert.ts';
import type { RecipientAudience } from '#domain/alerts/decide-alerts.ts';
import type { AudienceDecision } from '#domain/alerts/decide-audience.ts';
import { type DueAlert, dayOfFinding, peopleOfFinding } from '#domain/alerts/due-alert.ts';
import { heartbeatOf } from '#domain/alerts/heartbeat.ts';
import { alertIdOf } from '#domain/alerts/identity.ts';
import { linkExpiry, linkedSubscription } from '#domain/alerts/link-life.ts';
import { adminsOfFinding, matterOf, solvedMatterOf } from '#domain/alerts/matter.ts';
import type { Situation } from '#domain/alerts/situation.ts';
import type { ChainHead } from '#domain/audit/chain-link.ts';
import { idOf, type LinkId, type OutboxId, type SubscriptionId } from '#domain/ids.ts';
import type { Link } from '#domain/links/link.ts';
import type { Message } from '#domain/messages/message.ts';
import type { Change } from './change.ts';
import type { Ports } from './ports.ts';

export type DigestPorts = Pick<Ports, 'randomness' | 'digest'>;

type Asked = {
  readonly situation: Situation;
  readonly decision: AudienceDecision<RecipientAudience>;
  /** C8. Whether the Monday line goes with this message. */
  readonly heartbeat: boolean;
  /** U2. What it carries of the audit chain. */
  readonly auditHead?: ChainHead | undefined;
};

/** A message to one recipient over one channel, as everything that has to be written with it. */
export type Digest = {
  readonly outboxId: OutboxId;
  /** Alerts, links and the message itself. */
  readonly changes: readonly Change[];
  /** What the recipient has been told afterwards, with the new links. */
  readonly told: ToldMatters;
};

/** A1, A4. The one message of a check to a recipient over a channel; undefined when there is nothing to say. */
export function composeDigest(ports: DigestPorts, asked: Asked): Digest | undefined {
  const { situation, decision, heartbeat } = asked;
  if (decision.alerts.length === 0 && decision.solved.length === 0 && !heartbeat) return undefined;
  const outboxId = idOf.outbox(ports.randomness.ulid(situation.now));
  const links = linksFor(ports, asked);
  const { tenantId } = situation.picture.tenant;
  const { recipientId, channel } = decision.audience;
  const work = { work: 'message', recipientId, channel, message: messageOf(asked, links) } as const;
  return {
    outboxId,
    changes: [
      ...decision.alerts.map(
        (alert): Change => ({
          change: 'put-alert',
          alert: alertOf(ports, { alert, situation, outboxId, linkId: links.get(alert)?.linkId }),
        }),
      ),
      ...[...links.values()].map((link): Change => ({ change: 'open-link', link })),
      { change: 'enqueue', item: { outboxId, tenantId, createdAt: situation.now, work } },
    ],
    told: withLinks(decision.told, links),
  };
}

type Sent = { readonly alert: DueAlert; readonly situation: Situation; readonly outboxId: OutboxId; readonly linkId: LinkId | undefined };

/** C5. What is kept of an alert that is told with this message. */
export function alertOf({ digest }: Pick<Ports, 'digest'>, { alert, situation, outboxId, linkId }: Sent): Alert {
  const { identity, finding } = alert;
  return {
    alertId: alertIdOf(identity, { toldAt: situation.now, digest }),
    identity,
    severity: finding.severity,
    people: peopleOfFinding(finding),
    admins: adminsOfFinding(finding),
    toldAt: situation.now,
    outboxId,
    ...(linkId !== undefined && { linkId }),
  };
}

type Links = ReadonlyMap<DueAlert, Link>;
type Linked = { readonly alert: DueAlert; readonly subscriptionId: SubscriptionId };

/**
 * A1. A link for each matter that names people of a subscription; in an SMS only for the worst of them. A lock-out leaves it
 * to the matter of its subscription, where that follows (C7).
 */
function linksFor({ randomness }: DigestPorts, { situation, decision }: Asked): Links {
  const linked = decision.alerts
    .map((alert) => ({ alert, subscriptionId: linkedSubscription(alert.finding, situation.picture) }))
    .filter((each): each is Linked => each.subscriptionId !== undefined);
  const own = linked.filter((each) => !isLeftToAnother(each, linked));
  const carried = decision.audience.channel === 'sms' ? own.slice(0, 1) : own;
  return new Map(
    carried.map(({ alert, subscriptionId }) => {
      const linkId = idOf.link(randomness.token(16));
      return [alert, linkOf({ alert, situation, audience: decision.audience, subscriptionId, linkId })];
    }),
  );
}

function isLeftToAnother({ alert, subscriptionId }: Linked, linked: readonly Linked[]): boolean {
  return alert.finding.kind === 'no-admin-left' && linked.some((other) => other.alert !== alert && other.subscriptionId === subscriptionId);
}

type Opened = {
  readonly alert: DueAlert;
  readonly situation: Situation;
  readonly audience: RecipientAudience;
  readonly subscriptionId: SubscriptionId;
  readonly linkId: LinkId;
};

/** L5. Bound to tenant, recipient, channel, subscription and end; without a secret until the message is rendered (L1). */
function linkOf({ alert, situation, audience, subscriptionId, linkId }: Opened): Link {
  const { picture, today, now } = situation;
  const on = dayOfFinding(alert.finding);
  return {
    linkId,
    tenantId: picture.tenant.tenantId,
    recipientId: audience.recipientId,
    channel: audience.channel,
    subscriptionId,
    ...(on !== undefined && { endsOn: on }),
    secretHashes: [],
    createdAt: now,
    expiresAt: linkExpiry({ on, today, now, timeZone: picture.tenant.timeZone }),
  };
}

function messageOf({ situation, decision, heartbeat, auditHead }: Asked, links: Links): Message {
  const { picture, today } = situation;
  return {
    template: 'digest',
    tenantName: picture.tenant.name,
    today,
    matters: decision.alerts.map((alert) => ({
      ...matterOf(alert.finding, { picture, today, linkId: links.get(alert)?.linkId }),
      ...(alert.escalated && { escalated: alert.escalated }),
    })),
    more: decision.more,
    solved: decision.solved.map((solved) => solvedMatterOf(solved, picture)),
    ...(heartbeat && { heartbeat: heartbeatOf(picture, today, auditHead) }),
  };
}

/** L5. The newest link of a matter is the only one that still opens its plan. */
function withLinks(told: ToldMatters, links: Links): ToldMatters {
  const linkIds = new Map([...links].map(([{ identity }, { linkId }]) => [matterKey(identity), linkId]));
  const linked = Object.entries(told).map(([key, each]) => {
    const linkId = linkIds.get(key);
    return [key, linkId === undefined ? each : { ...each, linkId }] as const;
  });
  return Object.fromEntries(linked);
}
