import type { ReassignmentId } from '#domain/ids.ts';
import type { Reassignment } from '#domain/reassignments/reassignment.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Change } from './change.ts';
import type { TenantStores } from './ports.ts';
import type { ReassignmentInProgress } from './refusals.ts';
import type { StoredSubscription } from './stored.ts';

/** L6. Takes the source's lock again for a run that sets out once more; refused while another one has it. A deleted source has none. */
export async function leaveSource(
  stores: TenantStores,
  { reassignmentId, request: { fromSubscriptionId: subscriptionId } }: Reassignment,
): Promise<Result<readonly Change[], ReassignmentInProgress>> {
  const source = await stores.readSubscription(subscriptionId);
  if (source?.leavingBy !== undefined) return refused({ reason: 'reassignment-in-progress', reassignmentId: source.leavingBy });
  return ok(source === undefined ? [] : [lockOf(source, reassignmentId)]);
}

/** L6. The lock on a source as it was read: of two that read it at the same time one gets it, also when it is done before the other. */
export function lockOf({ subscriptionId, leftBy }: StoredSubscription, reassignmentId: ReassignmentId): Change {
  return { change: 'lock-source', subscriptionId, reassignmentId, ...(leftBy !== undefined && { leftBy }) };
}
