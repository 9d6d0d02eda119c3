import type { ReassignmentId } from '../ids.ts';
import { type Assignment, byAssignment, isSameAssignment, type Moving, type Person } from '../people/person.ts';
import type { Move } from '../plans/plan.ts';
import { isAccessKind } from '../subscriptions/subscription.ts';
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
  return isOver(moving.moves, { before, after: entered }) ? entered : { ...entered, moving };
}

/**
 * R1. The same from an export, which tells of access licences alone: their moves decide, and once they have come, so have the
 * add-ons on the way with them. Where the old licence went and no new one came, the add-ons stay where they are.
 */
export function settledBySight(seen: Person, before: Pick<Person, 'assignments' | 'moving'>): Person {
  const { moving } = before;
  if (moving === undefined) return seen;
  const licences = moving.moves.filter(({ to }) => isAccessKind(to.kind));
  if (!isOver(licences, { before, after: seen })) return { ...seen, moving };
  const hasCome = licences.every(({ to }) => holds(seen, to));
  const addOns = moving.moves.filter(({ to }) => !isAccessKind(to.kind));
  return hasCome ? { ...seen, assignments: replaced(seen.assignments, addOns) } : seen;
}

type Holder = Pick<Person, 'assignments'>;

function isOver(moves: Moving['moves'], { before, after }: { readonly before: Holder; readonly after: Holder }): boolean {
  const isThere = moves.every(({ to }) => holds(after, to));
  const isNew = moves.some(({ to }) => !holds(before, to));
  // On the way back, what was held on the target before does not leave it.
  const leaving = moves.filter(({ from, to }) => !isSameAssignment(from, to));
  const hasLeft = leaving.length > 0 && leaving.every(({ from }) => !holds(after, from));
  return (isThere && isNew) || hasLeft;
}

export function holds({ assignments }: Holder, wanted: Assignment): boolean {
  return assignments.some((assignment) => isSameAssignment(assignment, wanted));
}

/** P3. What somebody holds when a licence, and the add-ons that go with it, have moved. What is lost stays with the source and ends with it. */
export function assignmentsAfter(assignments: readonly Assignment[], move: Pick<Move, 'from' | 'to' | 'addOns'>): readonly Assignment[] {
  return replaced(assignments, movesOf(move));
}

/** P3. Which kinds somebody already holds on the target of a move. */
export function keptBy(holder: Holder, move: Pick<Move, 'from' | 'to' | 'addOns'>): readonly string[] {
  return movesOf(move).flatMap(({ to }) => (holds(holder, to) ? [to.kind] : []));
}

/** The licence itself, and the add-ons that go with it, each from the source to the target. */
export function movesOf({ from, to, addOns }: Pick<Move, 'from' | 'to' | 'addOns'>): Moving['moves'] {
  const beside = addOns.map((kind) => ({
    from: { subscriptionId: from.subscriptionId, kind },
    to: { subscriptionId: to.subscriptionId, kind },
  }));
  return [{ from, to }, ...beside];
}

export function replaced(assignments: readonly Assignment[], moves: Moving['moves']): readonly Assignment[] {
  const kept = assignments.filter((assignment) => !moves.some(({ from }) => isSameAssignment(assignment, from)));
  const come = moves.map(({ to }) => to).filter((to) => !kept.some((assignment) => isSameAssignment(assignment, to)));
  return [...kept, ...come].toSorted(byAssignment);
}
