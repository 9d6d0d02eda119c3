import type { ReassignmentId } from '../ids.ts';
import { type Assignment, byAssignment, isSameAssignment, type Moving, type Person } from '../people/person.ts';
import type { Move } from '../plans/plan.ts';
import type { Mode } from '../tenants/tenant.ts';
import type { Chunk, ChunkMove } from './reassignment.ts';

/** What a person holds, and what of it is on the way. */
export type Held = { readonly assignments: readonly Assignment[]; readonly moving: Moving | undefined };

type Asked = {
  readonly person: Pick<Person, 'assignments' | 'moving'>;
  readonly chunk: Pick<Chunk, 'from' | 'to'>;
  readonly move: Pick<ChunkMove, 'addOns'>;
  readonly mode: Mode;
  readonly reassignmentId: ReassignmentId;
};

/**
 * R1, R3. What a move makes of a person: in `book` mode the new licence in place of the old one, at once; in
 * `control-hub` mode the old one stays and the new one is on its way. Never less than before.
 */
export function movedPerson({ person, chunk, move, mode, reassignmentId }: Asked): Held {
  const moves = movesOf({ ...chunk, ...move });
  if (mode === 'book') return { assignments: replaced(person.assignments, moves), moving: person.moving };
  const earlier = person.moving?.reassignmentId === reassignmentId ? person.moving.moves : [];
  return { assignments: person.assignments, moving: { reassignmentId, moves: [...earlier, ...moves] } };
}

/** R1. What somebody's word, or an import, that Control Hub has done it makes of a person: everything on the way has come. */
export function arrivedPerson({ assignments, moving }: Pick<Person, 'assignments' | 'moving'>): Held {
  return { assignments: moving === undefined ? assignments : replaced(assignments, moving.moves), moving: undefined };
}

/**
 * R1. What newly entered or imported assignments say about a move that waits: it is over when everything on the way has
 * come, and when nothing of what was to leave is held any more. Otherwise the person goes on waiting. Who was there already
 * shows nothing new by being there still: then the old assignment has to go.
 */
export function settledPerson(entered: Person, before: Pick<Person, 'assignments' | 'moving'> | undefined): Person {
  const moving = before?.moving;
  if (before === undefined || moving === undefined) return entered;
  const holds = ({ assignments }: Pick<Person, 'assignments'>, wanted: Assignment) =>
    assignments.some((assignment) => isSameAssignment(assignment, wanted));
  const isThere = moving.moves.every(({ to }) => holds(entered, to));
  const isNew = moving.moves.some(({ to }) => !holds(before, to));
  const hasLeft = moving.moves.every(({ from }) => !holds(entered, from));
  return (isThere && isNew) || hasLeft ? entered : { ...entered, moving };
}

/** P3. What somebody holds when a licence, and the add-ons that go with it, have moved. What is lost stays with the source and ends with it. */
export function assignmentsAfter(assignments: readonly Assignment[], move: Pick<Move, 'from' | 'to' | 'addOns'>): readonly Assignment[] {
  return replaced(assignments, movesOf(move));
}

/** The licence itself, and the add-ons that go with it, each from the source to the target. */
function movesOf({ from, to, addOns }: Pick<Move, 'from' | 'to' | 'addOns'>): Moving['moves'] {
  const beside = addOns.map((kind) => ({
    from: { subscriptionId: from.subscriptionId, kind },
    to: { subscriptionId: to.subscriptionId, kind },
  }));
  return [{ from, to }, ...beside];
}

function replaced(assignments: readonly Assignment[], moves: Moving['moves']): readonly Assignment[] {
  const kept = assignments.filter((assignment) => !moves.some(({ from }) => isSameAssignment(assignment, from)));
  const come = moves.map(({ to }) => to).filter((to) => !kept.some((assignment) => isSameAssignment(assignment, to)));
  return [...kept, ...come].toSorted(byAssignment);
}
