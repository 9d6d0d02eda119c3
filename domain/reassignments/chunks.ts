import type { PersonId } from '../ids.ts';
import type { Move, Plan } from '../plans/plan.ts';
import { type Chunk, type NotMoving, PEOPLE_PER_CHUNK } from './reassignment.ts';

/**
 * R5. A plan's moves cut into chunks: one source, one target, up to 96 people each, in the order of the plan. Somebody
 * with two moves is in two chunks; the second one expects the revision that the first leaves behind.
 */
export function chunksOf(plan: Pick<Plan, 'moves'>, revisions: ReadonlyMap<PersonId, number>): readonly Chunk[] {
  const open = new Map<string, Move[]>();
  const closed: (readonly Move[])[] = [];
  for (const move of plan.moves) {
    const key = JSON.stringify([move.from.kind, move.to.subscriptionId, move.to.kind, move.overage]);
    const chunk = [...(open.get(key) ?? []), move];
    if (chunk.length === PEOPLE_PER_CHUNK) closed.push(chunk);
    open.set(key, chunk.length === PEOPLE_PER_CHUNK ? [] : chunk);
  }
  const cut = [...closed, ...open.values()].filter((moves) => moves.length > 0);
  return numbered(cut, new Map(revisions));
}

function numbered(cut: readonly (readonly Move[])[], revisions: Map<PersonId, number>): readonly Chunk[] {
  return cut.flatMap((moves, number) => {
    const [first] = moves;
    if (first === undefined) return [];
    const { from, to, overage } = first;
    return [{ number, from, to, overage, moves: moves.map((move) => expecting(move, revisions)) }];
  });
}

function expecting({ personId, addOns, alreadyThere }: Move, revisions: Map<PersonId, number>): Chunk['moves'][number] {
  const revision = revisions.get(personId) ?? 0;
  revisions.set(personId, revision + 1);
  return { personId, revision, addOns, alreadyThere };
}

/** R6. The people of a plan who do not move, and why. */
export function notMovingOf({ staying, unplaced }: Pick<Plan, 'staying' | 'unplaced'>): readonly NotMoving[] {
  return [
    ...staying.map((personId): NotMoving => ({ personId, outcome: 'staying' })),
    ...unplaced.map(({ personId, reason }): NotMoving => ({ personId, outcome: 'unplaced', reason })),
  ];
}
