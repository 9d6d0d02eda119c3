import { addCounts, countsInNoChunk, countsOfResults, resultsOf } from '#domain/reassignments/progress.ts';
import { isRevertible } from '#domain/reassignments/put-back.ts';
import type { Chunk } from '#domain/reassignments/reassignment.ts';
import type { PeopleById } from './carry-out-chunk.ts';
import { finishReassignment } from './finish-reassignment.ts';
import type { Progress } from './purge-tenant.ts';
import type { HasTime, Run } from './read-run.ts';
import { undoChunk } from './undo-chunk.ts';

/**
 * R7. The undo of a whole run, chunk after chunk while there is time. What a chunk's results say is how far it is: those that
 * were put back, or that cannot be, are not looked at again. It ends at once, or with the files for Control Hub (R1).
 */
export async function putEverybodyBack(job: Run, hasTime: HasTime): Promise<Progress> {
  const { stores, run, snapshot } = job;
  const people: PeopleById = new Map(snapshot.people.map((person) => [person.personId, person]));
  let counts = countsInNoChunk(run);
  for (let from: number | undefined = 0; from !== undefined; ) {
    const page: Awaited<ReturnType<Run['stores']['readChunks']>> = await stores.readChunks(run.reassignmentId, from);
    for (const chunk of page.chunks) {
      if (isToUndo(chunk) && !hasTime()) return 'out-of-time';
      counts = addCounts(counts, countsOfResults(isToUndo(chunk) ? await undoChunk(job, chunk, people) : resultsOf(chunk)));
    }
    from = page.next;
  }
  return finishReassignment({ ...job, run: { ...run, counts } }, (counts.moving ?? 0) > 0 ? 'awaiting-control-hub' : 'undone');
}

function isToUndo({ results = [] }: Chunk): boolean {
  return results.some(isRevertible);
}
