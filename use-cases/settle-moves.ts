import type { Person } from '#domain/people/person.ts';
import { arrivalOf } from '#domain/reassignments/arrival.ts';
import { addCounts, countsInNoChunk, countsOfResults, resultsOf } from '#domain/reassignments/progress.ts';
import type { Chunk, ChunkResult, Outcome } from '#domain/reassignments/reassignment.ts';
import { waitsForControlHub } from '#domain/reassignments/standing.ts';
import { finishReassignment } from './finish-reassignment.ts';
import type { Ports } from './ports.ts';
import type { Progress } from './purge-tenant.ts';
import { allChunks } from './read-reassignment.ts';
import { type Run, type RunId, readRun } from './read-run.ts';
import type { Stored } from './stored.ts';

/** R1. After an import or a PUT has shown new assignments: brings a run that waits for Control Hub up to what is true now. */
export async function settleMoves(ports: Ports, id: RunId): Promise<Progress> {
  const header = await ports.stores.storesFor(id.tenantId).readReassignment(id.reassignmentId);
  // Asked for more often than there is something to settle: the tenant is read only then.
  if (header === undefined || !waitsForControlHub(header)) return 'finished';
  const job = await readRun(ports, id);
  return job !== undefined && waitsForControlHub(job.run) ? settleReassignment(job) : 'finished';
}

/**
 * Whoever is on the way no longer has moved, or was changed otherwise; when nobody is left, the run is done. `out-of-time` when
 * somebody else settled or steered it meanwhile: then it is to be read again.
 */
export async function settleReassignment(job: Run): Promise<Progress> {
  const chunks = await allChunks(job.stores, job.run.reassignmentId);
  const ids = [...new Set(chunks.flatMap(({ moves }) => moves.map(({ personId }) => personId)))];
  const people = new Map((await job.stores.readPeople(ids)).map((person) => [person.personId, person]));
  const settled: { readonly outcome: Outcome }[] = [];
  for (const chunk of chunks) {
    const results = chunk.results === undefined ? resultsOf(chunk) : await settleChunk(job, chunk, people);
    if (results === 'lost-race') return 'out-of-time';
    settled.push(...results);
  }
  const counts = addCounts(countsInNoChunk(job.run), countsOfResults(settled));
  const isOver = (counts.moving ?? 0) === 0;
  const run = { ...job.run, counts };
  if (run.status === 'awaiting-control-hub' && isOver) {
    return finishReassignment({ ...job, run }, run.undoneBy === undefined ? 'done' : 'undone');
  }
  // What stopped or was cancelled stays that; its time to be undone counts from here (R7).
  const after = isOver ? { ...run, endedAt: job.ports.clock.now() } : run;
  const outcome = await job.stores.commit([{ change: 'advance-reassignment', reassignment: after, revision: job.run.revision }]);
  return outcome.ok ? 'finished' : 'out-of-time';
}

async function settleChunk(
  { stores, run }: Run,
  chunk: Chunk,
  people: ReadonlyMap<string, Stored<Person>>,
): Promise<readonly ChunkResult[] | 'lost-race'> {
  const before = chunk.results ?? [];
  const results = before.map((result, place) => {
    const move = chunk.moves[place];
    const person = move && people.get(move.personId);
    return arrivalOf({ result, chunk, person, reassignmentId: run.reassignmentId });
  });
  if (results.every((result, place) => result.outcome === before[place]?.outcome)) return results;
  const outcome = await stores.commit([
    { change: 'finish-chunk', reassignmentId: run.reassignmentId, number: chunk.number, results, from: before },
  ]);
  return outcome.ok ? results : 'lost-race';
}
