import { dayIn } from '#domain/days/instant.ts';
import { isRevertible, putBack } from '#domain/reassignments/put-back.ts';
import type { Chunk, ChunkResult } from '#domain/reassignments/reassignment.ts';
import { isActiveOn } from '#domain/subscriptions/status.ts';
import { carryOutChunk, type PeopleById, readAgain, type Turn } from './carry-out-chunk.ts';
import type { Run } from './read-run.ts';

const TRIES = 8;

/**
 * R7. Puts the people of one finished chunk back, with the same guarantees as they were moved. An import may say meanwhile what
 * became of them (R1): then it is decided anew.
 */
export async function undoChunk(job: Run, finished: Chunk, people: PeopleById): Promise<readonly ChunkResult[]> {
  let chunk = finished;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const results = await carryOutChunk(job, { chunk, people, turn: back(job, chunk) });
    if (results === 'cancelled') break;
    if (!results.some(isRevertible)) return results;
    chunk = { ...chunk, results };
    await readAgain(
      job,
      people,
      chunk.moves.map(({ personId }) => personId),
    );
  }
  throw new Error(`Chunk ${chunk.number} of reassignment ${job.run.reassignmentId} cannot be undone: its results keep changing.`);
}

const NOTHING: ChunkResult = { outcome: 'skipped' };

function back(job: Run, chunk: Chunk): Turn {
  const { run, targets, ports, snapshot } = job;
  const { mode, reassignmentId } = run;
  const source = targets.get(chunk.from.subscriptionId);
  const sourceIsActive = source !== undefined && isActiveOn(dayIn(snapshot.tenant.timeZone, ports.clock.now()), source);
  const resultAt = (place: number): ChunkResult => chunk.results?.[place] ?? NOTHING;
  return {
    decide: (place, person) => {
      const move = chunk.moves[place];
      if (move === undefined) return { result: resultAt(place) };
      return putBack({ person, chunk, move, result: resultAt(place), mode, reassignmentId, sourceIsActive });
    },
    seatsOf: { subscriptionId: chunk.from.subscriptionId, limited: source?.terms?.licensing === 'named' },
    noSeat: (place) => {
      const result = resultAt(place);
      // What waits for Control Hub is withdrawn and takes no seat: whoever needs one had moved.
      return { ...result, outcome: result.outcome === 'moving' ? 'moved' : result.outcome, reason: 'no-seat' };
    },
    action: mode === 'book' ? 'people-put-back' : 'people-marked-moving-back',
    who: run.undoneBy?.who ?? run.startedBy,
  };
}
