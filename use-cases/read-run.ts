import type { ReassignmentId, SubscriptionId, TenantId } from '#domain/ids.ts';
import type { Reassignment } from '#domain/reassignments/reassignment.ts';
import type { Ports, TenantStores } from './ports.ts';
import type { Snapshot, Stored, StoredSubscription } from './stored.ts';

/** A run that is being carried out, and what it was read with. */
export type Run = {
  readonly ports: Ports;
  readonly stores: TenantStores;
  readonly tenantId: TenantId;
  readonly run: Stored<Reassignment>;
  readonly snapshot: Snapshot;
  readonly targets: ReadonlyMap<SubscriptionId, StoredSubscription>;
};
export type HasTime = () => boolean;
export type RunId = { readonly tenantId: TenantId; readonly reassignmentId: ReassignmentId };

/** A run with its tenant as it is now; undefined when either is gone. */
export async function readRun(ports: Ports, { tenantId, reassignmentId }: RunId): Promise<Run | undefined> {
  const stores = ports.stores.storesFor(tenantId);
  const [run, snapshot] = await Promise.all([stores.readReassignment(reassignmentId), stores.readSnapshot()]);
  if (run === undefined || snapshot === undefined) return undefined;
  return { ports, stores, tenantId, run, snapshot, targets: subscriptionsById(snapshot) };
}

function subscriptionsById({ subscriptions }: Snapshot): Run['targets'] {
  return new Map(subscriptions.map((subscription) => [subscription.subscriptionId, subscription]));
}
