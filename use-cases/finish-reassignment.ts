import { idOf } from '#domain/ids.ts';
import type { ToolingEvent } from '#domain/messages/events.ts';
import type { Reassignment } from '#domain/reassignments/reassignment.ts';
import { audited } from './audited.ts';
import type { Run } from './carry-out-reassignment.ts';
import type { Change } from './change.ts';
import { noticeResult } from './notice-result.ts';

export type End = 'done' | 'stopped' | 'awaiting-control-hub';

/**
 * R6. Ends a run: first the notices, each kept by an id of its own so that a repeated end sends none twice; then, in one
 * transaction, the header, the source's lock, the audit entry and the event for tooling.
 */
export async function finishReassignment(job: Run, status: End): Promise<void> {
  const { ports, stores, tenantId } = job;
  const notices = await noticeResult(job, status);
  const ended: Reassignment = { ...job.run, status, endedAt: ports.clock.now() };
  const event = eventOf(job, ended);
  const { subscriptionId, reassignmentId } = { subscriptionId: ended.request.fromSubscriptionId, reassignmentId: ended.reassignmentId };
  const outcome = await stores.commit([
    { change: 'advance-reassignment', reassignment: ended, status: job.run.status, chunksDone: job.run.chunksDone },
    ...(job.run.status === 'running' ? [{ change: 'unlock-source', subscriptionId, reassignmentId } as const] : []),
    audited(
      ports,
      { who: ended.startedBy, door: 'work' },
      { action: 'reassignment-finished', subject: reassignmentId, after: { status, counts: ended.counts }, planHash: ended.planHash },
    ),
    event,
  ]);
  await ports.queues.requestDelivery([...notices, ...(outcome.ok ? [event.item.outboxId] : [])]);
  await ports.queues.requestCheck({ tenantId, because: 'write', requestedAt: ports.clock.now() });
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
