import { countsAfter, hasTooManyErrors } from '#domain/reassignments/progress.ts';
import type { Chunk, Reassignment } from '#domain/reassignments/reassignment.ts';
import { waitsForControlHub } from '#domain/reassignments/standing.ts';
import type { PeopleById } from './carry-out-chunk.ts';
import { confirmEverybody } from './confirm-moves.ts';
import { executeChunk } from './execute-chunk.ts';
import { type End, finishReassignment } from './finish-reassignment.ts';
import type { Ports } from './ports.ts';
import type { Progress } from './purge-tenant.ts';
import { putEverybodyBack } from './put-everybody-back.ts';
import { type HasTime, type Run, type RunId, readRun } from './read-run.ts';
import type { Stored } from './stored.ts';

/**
 * R2, R5, R7. Goes on with a reassignment, or with its undo, where it stands, chunk after chunk while there is time. A chunk
 * is one transaction, so that a crash at any point is continued and not repeated; a message that comes twice finds the chunk done.
 */
export async function carryOutReassignment(ports: Ports, id: RunId, hasTime: HasTime): Promise<Progress> {
  const job = await readRun(ports, id);
  if (job === undefined) return 'finished';
  if (job.run.status === 'running') return moveEverybody(job, hasTime);
  if (job.run.status === 'undoing') return putEverybodyBack(job, hasTime);
  return waitsForControlHub(job.run) && job.run.confirmedBy !== undefined ? confirmEverybody(job, hasTime) : 'finished';
}

async function moveEverybody(job: Run, hasTime: HasTime): Promise<Progress> {
  const people: PeopleById = new Map(job.snapshot.people.map((person) => [person.personId, person]));
  let { run } = job;
  for (let isCancelled = false; run.chunksDone < run.chunks && !isCancelled && !hasTooManyErrors(run); ) {
    if (!hasTime()) return 'out-of-time';
    const { chunks } = await job.stores.readChunks(run.reassignmentId, run.chunksDone);
    const moved = await moveChunks({ ...job, run }, { chunks, people, hasTime });
    if (moved === 'lost-race') return 'out-of-time';
    ({ run, isCancelled } = moved);
  }
  return finishReassignment({ ...job, run }, endOf(run));
}

type Stretch = { readonly chunks: readonly Chunk[]; readonly people: PeopleById; readonly hasTime: HasTime };
type Moved = { readonly run: Stored<Reassignment>; readonly isCancelled: boolean };

/** One read's worth of chunks, then the header once: counting is not worth a request per chunk. */
async function moveChunks(job: Run, { chunks, people, hasTime }: Stretch): Promise<Moved | 'lost-race'> {
  const { run, stores } = job;
  if (chunks.length === 0)
    throw new Error(`Reassignment ${run.reassignmentId} has ${run.chunks} chunks, and chunk ${run.chunksDone} is not there.`);
  let advanced: Reassignment = run;
  let isCancelled = false;
  for (const chunk of chunks) {
    if (!hasTime() || hasTooManyErrors(advanced)) break;
    const results = chunk.cancelled ? 'cancelled' : (chunk.results ?? (await executeChunk(job, chunk, people)));
    isCancelled = results === 'cancelled';
    if (results === 'cancelled') break;
    advanced = { ...advanced, chunksDone: chunk.number + 1, counts: countsAfter(advanced.counts, results) };
  }
  // Who cancels writes the header, too: this is refused then, and the run is read again with who it was.
  const outcome = await stores.commit([{ change: 'advance-reassignment', reassignment: advanced, revision: run.revision }]);
  return outcome.ok ? { run: { ...advanced, revision: run.revision + 1 }, isCancelled } : 'lost-race';
}

/** R1, R5. How a run ends: stopped by somebody or by its errors, waiting for Control Hub, or done. */
function endOf({ counts, chunksDone, chunks, cancelledBy }: Reassignment): End {
  if (chunksDone < chunks) return cancelledBy === undefined ? 'stopped' : 'cancelled';
  return (counts.moving ?? 0) > 0 ? 'awaiting-control-hub' : 'done';
}
