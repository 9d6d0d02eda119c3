import type { ReassignmentId } from '../ids.ts';
import { type Assignment, isSameAssignment, type Moving, type Person } from '../people/person.ts';
import type { Mode } from '../tenants/tenant.ts';
import { arrivalOf } from './arrival.ts';
import { type Held, holds, movesOf, replaced } from './move-person.ts';
import type { Chunk, ChunkMove, ChunkResult } from './reassignment.ts';

type Asked = {
  readonly person: Pick<Person, 'assignments' | 'moving'> | undefined;
  readonly chunk: Pick<Chunk, 'from' | 'to'>;
  readonly move: Pick<ChunkMove, 'addOns'>;
  /** What became of the move. */
  readonly result: ChunkResult;
  readonly mode: Mode;
  readonly reassignmentId: ReassignmentId;
  /** Whether the subscription that was left is active today. */
  readonly sourceIsActive: boolean;
};

/** What an undo makes of one move: its result afterwards, and what the person holds then, where that changes. */
export type PutBack = { readonly result: ChunkResult; readonly held?: Held };

/** R7. Whether an undo still has to look at what became of a move: it has gone somewhere and nobody has said more about it. */
export function isRevertible({ outcome, reason }: ChunkResult): boolean {
  return reason === undefined && (outcome === 'moved' || outcome === 'already-there' || outcome === 'moving');
}

/**
 * R7. Puts somebody back who has not been changed since, while the old subscription is active. What waits for Control Hub is
 * withdrawn: nothing has happened there yet. What has happened there needs a file for the way back, so the person is on the
 * way again, and holds both licences until Control Hub has done it (R3).
 */
export function putBack(asked: Asked): PutBack {
  const { person, chunk, move, mode, reassignmentId, sourceIsActive } = asked;
  const result = arrivalOf(asked);
  if (!isRevertible(result)) return { result };
  if (person === undefined) return { result: changed(result) };
  const moves = movesOf({ ...chunk, ...move });
  const own = person.moving?.reassignmentId === reassignmentId ? person.moving.moves : [];
  if (result.outcome === 'moving' && own.some((each) => moves.some((other) => isSameMove(each, other)))) {
    return withdrawn({ assignments: person.assignments, moving: { reassignmentId, moves: own } }, moves, result);
  }
  if (!isAsLeft(person, { moves, reassignmentId })) return { result: changed(result) };
  if (!sourceIsActive) return { result: { ...result, reason: 'source-not-active' } };
  const back = moves.map((each) => backwards(each, result));
  if (mode === 'book') {
    return { result: { ...result, outcome: 'reverted' }, held: { assignments: replaced(person.assignments, back), moving: person.moving } };
  }
  return {
    result: { ...result, outcome: 'moving', reason: 'moving-back' },
    // Somebody with two licences is in two chunks: the one before this has begun the way back already.
    held: { assignments: person.assignments, moving: { reassignmentId, moves: [...own, ...back] } },
  };
}

function changed(result: ChunkResult): ChunkResult {
  return { ...result, reason: 'changed-since' };
}

type Waiting = { readonly assignments: Person['assignments']; readonly moving: Moving };

/** The moves of this chunk are no longer on the way; somebody with another chunk of the run may still be. */
function withdrawn({ assignments, moving }: Waiting, moves: Moving['moves'], result: ChunkResult): PutBack {
  const left = moving.moves.filter((each) => !moves.some((other) => isSameMove(each, other)));
  return {
    result: { ...result, outcome: 'reverted' },
    held: { assignments, moving: left.length === 0 ? undefined : { ...moving, moves: left } },
  };
}

type Left = { readonly moves: Moving['moves']; readonly reassignmentId: ReassignmentId };

/** Somebody who waits for another run, holds the old licence, or lacks the new one, was changed since. */
function isAsLeft(person: Pick<Person, 'assignments' | 'moving'>, { moves, reassignmentId }: Left): boolean {
  const waitsForAnother = person.moving !== undefined && person.moving.reassignmentId !== reassignmentId;
  return !waitsForAnother && moves.every(({ from, to }) => holds(person, to) && !holds(person, from));
}

/** The way back; what the person held on the target before stays there, and the old licence comes beside it. */
function backwards(
  { from, to }: { readonly from: Assignment; readonly to: Assignment },
  { kept = [] }: ChunkResult,
): Moving['moves'][number] {
  return { from: kept.includes(to.kind) ? from : to, to: from };
}

function isSameMove(left: Moving['moves'][number], right: Moving['moves'][number]): boolean {
  return isSameAssignment(left.from, right.from) && isSameAssignment(left.to, right.to);
}
