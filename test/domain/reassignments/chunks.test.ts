import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import type { Move } from '#domain/plans/plan.ts';
import { chunksOf } from '#domain/reassignments/chunks.ts';

const Sub1 = idOf.subscription('Sub1');

function movesOf(people: number, { to = 'Sub2', kind = 'standard-agent' } = {}): readonly Move[] {
  return Array.from({ length: people }, (_, number) => ({
    personId: idOf.person(`${to}-${kind}-${number}`),
    from: { subscriptionId: Sub1, kind },
    to: { subscriptionId: idOf.subscription(to), kind },
    addOns: [],
    lostAddOns: [],
    overage: false,
    alreadyThere: false,
  }));
}

const sizes = (moves: readonly Move[]) => chunksOf({ moves }, new Map()).map((chunk) => chunk.moves.length);

describe('R5 chunks', () => {
  it.each([
    [1, [1]],
    [96, [96]],
    [97, [96, 1]],
    [192, [96, 96]],
    [200, [96, 96, 8]],
  ])('take %i people in chunks of %j', (people, expected) => {
    expect(sizes(movesOf(people))).toEqual(expected);
  });

  it('have one target and one kind each, and are numbered from 0', () => {
    const moves = [...movesOf(2), ...movesOf(3, { to: 'Sub3' }), ...movesOf(1, { kind: 'premium-agent' })];
    const chunks = chunksOf({ moves }, new Map());
    expect(chunks.map(({ number, to, moves: cut }) => [number, to.subscriptionId, to.kind, cut.length])).toEqual([
      [0, 'Sub2', 'standard-agent', 2],
      [1, 'Sub3', 'standard-agent', 3],
      [2, 'Sub2', 'premium-agent', 1],
    ]);
  });

  it('expect of somebody who moves twice the revision that the first move leaves behind', () => {
    const [move] = movesOf(1);
    const [second] = movesOf(1, { kind: 'premium-agent' });
    if (move === undefined || second === undefined) throw new Error('There are two moves.');
    const moves = [move, { ...second, personId: move.personId }];
    const chunks = chunksOf({ moves }, new Map([[move.personId, 7]]));
    expect(chunks.map(({ moves: cut }) => cut[0]?.revision)).toEqual([7, 8]);
  });
});
