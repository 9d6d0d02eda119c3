import type { Actor } from '#domain/audit/entry.ts';
import type { SubscriptionId, TenantId } from '#domain/ids.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { audited } from './audited.ts';
import type { Ports } from './ports.ts';
import { type IfMatch, matches, type PreconditionFailed, type SubscriptionNotFound, type TenantNotFound } from './refusals.ts';
import { seatChanges } from './seat-changes.ts';
import type { StoredSubscription } from './stored.ts';
import { type Attempt, untilDecided } from './until-decided.ts';

type Delete = { readonly actor: Actor; readonly tenantId: TenantId; readonly subscriptionId: SubscriptionId; readonly ifMatch: IfMatch };
/** Somebody is still assigned to it, or on the way to it. */
type SubscriptionInUse = { readonly reason: 'subscription-in-use'; readonly subscriptionId: SubscriptionId };
type Refusal = TenantNotFound | SubscriptionNotFound | PreconditionFailed | SubscriptionInUse;

/** Deletes a subscription that nobody holds a licence of, held by its seat counts inside the transaction (R4). */
export function deleteSubscription(ports: Ports, request: Delete): Promise<Result<undefined, Refusal>> {
  return untilDecided(() => attempt(ports, request));
}

async function attempt(ports: Ports, { actor, tenantId, subscriptionId, ifMatch }: Delete): Promise<Attempt<undefined, Refusal>> {
  const stores = ports.stores.storesFor(tenantId);
  const [tenant, before] = await Promise.all([stores.readTenant(), stores.readSubscription(subscriptionId)]);
  if (tenant === undefined) return refused({ reason: 'tenant-not-found' });
  if (before === undefined) return refused({ reason: 'subscription-not-found' });
  if (!matches(before.revision, ifMatch)) return refused({ reason: 'precondition-failed' });
  if (isHeld(before)) return refused({ reason: 'subscription-in-use', subscriptionId });
  const outcome = await stores.commit([
    { change: 'change-subscriptions', subscriptionsRevision: tenant.subscriptionsRevision },
    { change: 'delete-subscription', subscriptionId, revision: before.revision, free: before.free },
    audited(ports, actor, { action: 'subscription-deleted', subject: subscriptionId, before }),
  ]);
  if (!outcome.ok) return 'lost-race';
  await ports.queues.requestCheck({ tenantId, because: 'write', requestedAt: ports.clock.now() });
  return ok(undefined);
}

/** Whether anybody holds a licence of it: then fewer seats are free than are committed. */
function isHeld({ free, commitments, leavingBy }: StoredSubscription): boolean {
  const untouched = seatChanges([], commitments);
  return leavingBy !== undefined || Object.entries(free).some(([kind, seats]) => seats !== (untouched[kind] ?? 0));
}
