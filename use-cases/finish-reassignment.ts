import { idOf } from '#domain/ids.ts';
import type { ToolingEvent } from '#domain/messages/events.ts';
import type { Reassignment } from '#domain/reassignments/reassignment.ts';
import { audited } from './audited.ts';
import type { Change } from './change.ts';
import { noticeResult } from './notice-result.ts';
import type { Progress } from './purge-tenant.ts';
import type { Run } from './read-run.ts';

export type End = Exclude<Reassignment['status'], 'running' | 'undoing'>;

/**
 * R6. Ends a run: first the notices, each kept by an id of its own so that a repeated end sends none twice, and none once the
 * header was written by somebody else; then, in one
 * transaction, the header, the source's lock, the audit entry and the event for tooling. `out-of-time` when somebody else
 * wrote the header meanwhile: then it is to be read again.
 */
export async function finishReassignment(job: Run, status: End): Promise<Progress> {
  const { ports, stores, tenantId } = job;
  const notices = await noticeResult(job, status);
  if (notices === 'lost-race') return 'out-of-time';
  const ended: Reassignment = { ...job.run, status, endedAt: ports.clock.now() };
  const event = eventOf(job, ended);
  const outcome = await stores.commit([
    { change: 'advance-reassignment', reassignment: ended, revision: job.run.revision },
    ...(await unlocked(job)),
    audited(
      ports,
      { who: (ended.undoneBy ?? ended.cancelledBy)?.who ?? ended.startedBy, door: 'work' },
      { action: 'reassignment-finished', subject: ended.reassignmentId, after: { status, counts: ended.counts }, planHash: ended.planHash },
    ),
    event,
  ]);
  await ports.queues.requestDelivery([...notices, ...(outcome.ok ? [event.item.outboxId] : [])]);
  // R1. An import may have shown meanwhile what became of those who wait: nobody has settled it while the run went on.
  if ((ended.counts.moving ?? 0) > 0)
    await ports.queues.requestWork({ job: 'settle-moves', tenantId, reassignmentId: ended.reassignmentId });
  await ports.queues.requestCheck({ tenantId, because: 'write', requestedAt: ports.clock.now() });
  return outcome.ok ? 'finished' : 'out-of-time';
}

/** L6. The lock of the source, where the run still has it: a subscription that everybody has left may be deleted by now. */
async function unlocked({ stores, run }: Run): Promise<readonly Change[]> {
  const { reassignmentId, request } = run;
  const subscriptionId = request.fromSubscriptionId;
  const source = await stores.readSubscription(subscriptionId);
  return source?.leavingBy === reassignmentId ? [{ change: 'unlock-source', subscriptionId, reassignmentId }] : [];
}

/** A2. What tooling is told of the end. */
function eventOf(
  { ports, tenantId }: Run,
  { reassignmentId, status, request, counts }: Reassignment,
): Change & { readonly change: 'enqueue' } {
  const at = ports.clock.now();
  const event: ToolingEvent = {
    detailType: 'reassignment',
    tenantId,
    reassignmentId,
    status,
    fromSubscriptionId: request.fromSubscriptionId,
    counts,
    at,
  };
  return {
    change: 'enqueue',
    item: { outboxId: idOf.outbox(ports.randomness.ulid(at)), tenantId, createdAt: at, work: { work: 'event', event } },
  };
}
