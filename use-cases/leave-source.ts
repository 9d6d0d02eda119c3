import type { Reassignment } from '#domain/reassignments/reassignment.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Change } from './change.ts';
import type { TenantStores } from './ports.ts';
import type { ReassignmentInProgress } from './refusals.ts';

/** L6. Takes the source's lock again for a run that sets out once more; refused while another one has it. A deleted source has none. */
export async function leaveSource(
  stores: TenantStores,
  { reassignmentId, request: { fromSubscriptionId: subscriptionId } }: Reassignment,
): Promise<Result<readonly Change[], ReassignmentInProgress>> {
  const source = await stores.readSubscription(subscriptionId);
  if (source?.leavingBy !== undefined) return refused({ reason: 'reassignment-in-progress', reassignmentId: source.leavingBy });
  if (source === undefined) return ok([]);
  const { leftBy } = source;
  return ok([{ change: 'lock-source', subscriptionId, reassignmentId, ...(leftBy !== undefined && { leftBy }) }]);
}
