import { keptBy, movedPerson } from '#domain/reassignments/move-person.ts';
import type { Chunk, ChunkMove, ChunkResult } from '#domain/reassignments/reassignment.ts';
import { carryOutChunk, type PeopleById, type Turn } from './carry-out-chunk.ts';
import type { Run } from './read-run.ts';

/**
 * R3-R5. Moves the people of one chunk whose revision is the plan's. Whoever changed since the plan is skipped; whom no
 * seat is left for, failed.
 */
export function executeChunk(job: Run, chunk: Chunk, people: PeopleById): Promise<readonly ChunkResult[] | 'cancelled'> {
  return carryOutChunk(job, { chunk, people, turn: forward(job, chunk) });
}

const SKIPPED: ChunkResult = { outcome: 'skipped', reason: 'changed-since' };

function forward(job: Run, chunk: Chunk): Turn {
  const { run, targets } = job;
  const { mode, reassignmentId } = run;
  const { subscriptionId } = chunk.to;
  return {
    decide: (place, person) => {
      const move = chunk.moves[place];
      // Below the plan's revision is who found no seat for the licence that was to move first: nobody has changed that person.
      if (move === undefined || person === undefined || person.revision > move.revision) return { result: SKIPPED };
      return { result: resultOf(job, chunk, { move, person }), held: movedPerson({ person, chunk, move, mode, reassignmentId }) };
    },
    seatsOf: { subscriptionId, limited: !chunk.overage && targets.get(subscriptionId)?.terms?.licensing === 'named' },
    noSeat: () => ({ outcome: 'failed', reason: 'no-seat' }),
    action: mode === 'book' ? 'people-moved' : 'people-marked-moving',
    who: run.startedBy,
  };
}

type Moved = { readonly move: ChunkMove; readonly person: Parameters<typeof keptBy>[0] };

function resultOf({ run }: Run, chunk: Chunk, { move, person }: Moved): ChunkResult {
  const kept = keptBy(person, { ...chunk, ...move });
  const outcome = run.mode !== 'book' ? 'moving' : move.alreadyThere ? 'already-there' : 'moved';
  return { outcome, ...(kept.length > 0 && { kept }) };
}
