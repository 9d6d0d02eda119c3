import type { ReassignmentId, SubscriptionId, TenantId } from '#domain/ids.ts';
import { addCounts, countsOfResults, hasTooManyErrors } from '#domain/reassignments/progress.ts';
import type { Chunk, Reassignment, ReassignmentStatus } from '#domain/reassignments/reassignment.ts';
import { confirmEverybody } from './confirm-moves.ts';
import { executeChunk, type PeopleById } from './execute-chunk.ts';
import { finishReassignment } from './finish-reassignment.ts';
import type { Ports, TenantStores } from './ports.ts';
import type { Progress } from './purge-tenant.ts';
import type { Snapshot, StoredSubscription } from './stored.ts';

/** A run that is being carried out, and what it was read with. */
export type Run = {
  readonly ports: Ports;
  readonly stores: TenantStores;
  readonly tenantId: TenantId;
  readonly run: Reassignment;
  readonly snapshot: Snapshot;
  readonly targets: ReadonlyMap<SubscriptionId, StoredSubscription>;
};
type Asked = { readonly tenantId: TenantId; readonly reassignmentId: ReassignmentId };
type HasTime = () => boolean;

/**
 * R2, R5. Goes on with a reassignment where it stands, chunk after chunk while there is time. A chunk is one transaction,
 * so that a crash at any point is continued and not repeated; a message that comes twice finds the chunk done.
 */
export async function carryOutReassignment(ports: Ports, { tenantId, reassignmentId }: Asked, hasTime: HasTime): Promise<Progress> {
  const stores = ports.stores.storesFor(tenantId);
  const [run, snapshot] = await Promise.all([stores.readReassignment(reassignmentId), stores.readSnapshot()]);
  if (run === undefined || snapshot === undefined) return 'finished';
  const targets = new Map(snapshot.subscriptions.map((subscription) => [subscription.subscriptionId, subscription]));
  const job: Run = { ports, stores, tenantId, run, snapshot, targets };
  if (run.status === 'running') return moveEverybody(job, hasTime);
  if (run.status === 'awaiting-control-hub' && run.confirmedBy !== undefined) return confirmEverybody(job, hasTime);
  return 'finished';
}

async function moveEverybody(job: Run, hasTime: HasTime): Promise<Progress> {
  const people: PeopleById = new Map(job.snapshot.people.map((person) => [person.personId, person]));
  let { run } = job;
  while (run.chunksDone < run.chunks && !hasTooManyErrors(run.counts)) {
    if (!hasTime()) return 'out-of-time';
    const { chunks } = await job.stores.readChunks(run.reassignmentId, run.chunksDone);
    const advanced = await moveChunks(job, { run, chunks, people, hasTime });
    if (advanced === 'lost-race') return 'out-of-time';
    run = advanced;
  }
  await finishReassignment({ ...job, run }, endOf(run));
  return 'finished';
}

type Stretch = { readonly run: Reassignment; readonly chunks: readonly Chunk[]; readonly people: PeopleById; readonly hasTime: HasTime };

/** One read's worth of chunks, then the header once: counting is not worth a request per chunk. */
async function moveChunks(job: Run, { run, chunks, people, hasTime }: Stretch): Promise<Reassignment | 'lost-race'> {
  if (chunks.length === 0)
    throw new Error(`Reassignment ${run.reassignmentId} has ${run.chunks} chunks, and chunk ${run.chunksDone} is not there.`);
  let advanced = run;
  for (const chunk of chunks) {
    if (!hasTime() || hasTooManyErrors(advanced.counts)) break;
    const results = chunk.results ?? (await executeChunk(job, chunk, people));
    advanced = { ...advanced, chunksDone: chunk.number + 1, counts: addCounts(advanced.counts, countsOfResults(results)) };
  }
  const outcome = await job.stores.commit([
    { change: 'advance-reassignment', reassignment: advanced, status: run.status, chunksDone: run.chunksDone },
  ]);
  return outcome.ok ? advanced : 'lost-race';
}

/** R1, R5. How a run ends: stopped by its errors, waiting for Control Hub, or done. */
function endOf({ counts, chunksDone, chunks }: Reassignment): Extract<ReassignmentStatus, 'done' | 'stopped' | 'awaiting-control-hub'> {
  if (chunksDone < chunks) return 'stopped';
  return (counts.moving ?? 0) > 0 ? 'awaiting-control-hub' : 'done';
}
