import type { Actor } from '#domain/audit/entry.ts';
import { dayIn } from '#domain/days/instant.ts';
import { findingsOf } from '#domain/findings/find-all.ts';
import { type Finding, subscriptionIdOf } from '#domain/findings/finding.ts';
import type { SubscriptionId, TenantId } from '#domain/ids.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { asEntered } from '#domain/subscriptions/as-entered.ts';
import { licensingClash } from '#domain/subscriptions/licensing.ts';
import type { Subscription } from '#domain/subscriptions/subscription.ts';
import { audited } from './audited.ts';
import type { Ports } from './ports.ts';
import { type IfMatch, matches, type PreconditionFailed, type TenantNotFound } from './refusals.ts';
import { seatChanges } from './seat-changes.ts';
import type { Snapshot } from './stored.ts';
import { type Attempt, untilDecided } from './until-decided.ts';

type Put = {
  readonly actor: Actor;
  readonly tenantId: TenantId;
  readonly subscription: Subscription;
  readonly ifMatch: IfMatch;
};
type Answer = {
  readonly subscriptionId: SubscriptionId;
  readonly snapshot: Snapshot;
  readonly findings: readonly Finding[];
  readonly created: boolean;
};
/** D20. Webex provisioning rejects a mix of licensing models, and so do we: both subscriptions are named. */
export type LicensingModelMixed = {
  readonly reason: 'licensing-model-mixed';
  readonly subscriptionIds: readonly [SubscriptionId, SubscriptionId];
};
type Refusal = TenantNotFound | PreconditionFailed | LicensingModelMixed;

/** Creates or replaces a subscription as people entered it, and answers with what is now to be known about it. */
export function putSubscription(ports: Ports, put: Put): Promise<Result<Answer, Refusal>> {
  return untilDecided(() => attempt(ports, put));
}

async function attempt(ports: Ports, put: Put): Promise<Attempt<Answer, Refusal>> {
  const { tenantId, ifMatch } = put;
  const stores = ports.stores.storesFor(tenantId);
  const snapshot = await stores.readSnapshot();
  if (snapshot === undefined) return refused({ reason: 'tenant-not-found' });
  const before = snapshot.subscriptions.find(({ subscriptionId }) => subscriptionId === put.subscription.subscriptionId);
  if (!matches(before?.revision, ifMatch)) return refused({ reason: 'precondition-failed' });
  const today = dayIn(snapshot.tenant.timeZone, ports.clock.now());
  const subscription = asEntered({ entered: put.subscription, before, today });
  const clash = licensingClash({ subscription, others: snapshot.subscriptions, today });
  if (clash !== undefined) return refused({ reason: 'licensing-model-mixed', subscriptionIds: [subscription.subscriptionId, clash] });
  const outcome = await stores.commit([
    { change: 'change-subscriptions', subscriptionsRevision: snapshot.tenant.subscriptionsRevision },
    {
      change: 'put-subscription',
      subscription,
      revision: before?.revision ?? 'absent',
      seats: seatChanges(before?.commitments ?? [], subscription.commitments),
      datesConfirmedOn: today,
    },
    audited(ports, put.actor, {
      action: before === undefined ? 'subscription-created' : 'subscription-replaced',
      subject: subscription.subscriptionId,
      before,
      after: subscription,
    }),
  ]);
  if (!outcome.ok) return 'lost-race';
  await ports.queues.requestCheck({ tenantId, because: 'write', requestedAt: ports.clock.now() });
  return answerOf({ ports, tenantId, subscriptionId: subscription.subscriptionId, created: before === undefined });
}

type Asked = { readonly ports: Ports; readonly tenantId: TenantId; readonly subscriptionId: SubscriptionId; readonly created: boolean };

async function answerOf({ ports, tenantId, subscriptionId, created }: Asked): Promise<Attempt<Answer, Refusal>> {
  const snapshot = await ports.stores.storesFor(tenantId).readSnapshot();
  if (snapshot === undefined) return refused({ reason: 'tenant-not-found' });
  const today = dayIn(snapshot.tenant.timeZone, ports.clock.now());
  const findings = findingsOf({ picture: snapshot, today }).filter(({ subject }) => subscriptionIdOf(subject) === subscriptionId);
  return ok({ subscriptionId, snapshot, findings, created });
}
