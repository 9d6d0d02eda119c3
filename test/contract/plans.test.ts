import { describe, expect, it } from 'vitest';
import { fromCursor } from '#contract/lists.ts';
import { fromPlan, planAnswer } from '#contract/plans.ts';
import { agents, aPerson, aPicture, aSubscription } from '#test/support/builders.ts';
import { aPlan } from '#test/support/plans.ts';

const SOURCE = aSubscription({ subscriptionId: 'Sub1', startsOn: '2024-01-01' });
const TARGET = aSubscription({ subscriptionId: 'Sub2', expiresOn: '2029-01-01', seats: { 'standard-agent': 203, 'premium-agent': 9 } });

/** Three more who need a seat of standard than there are, one who has a place, and one who would stay but for the add-on that ends. */
const people = [
  ...agents(206, { holds: { Sub1: 'standard-agent' } }),
  aPerson({ personId: 'stays', holds: { Sub1: 'premium-agent', Sub2: 'premium-agent' } }),
  aPerson({ personId: 'there', holds: { Sub1: ['premium-agent', 'wfo'], Sub2: 'premium-agent' } }),
];
const plan = aPlan(aPicture({ subscriptions: [SOURCE, TARGET], people }));

describe('the answer about a plan', () => {
  it('counts each licence that leaves once, as its run will', () => {
    const { counts, moves, alreadyThere, staying, unplaced } = planAnswer.parse(fromPlan(plan));
    expect(counts.moves + counts.alreadyThere + counts.staying + counts.unplaced).toBe(people.length);
    expect(counts).toEqual({ moves: 203, alreadyThere: 1, staying: 1, unplaced: 3 });
    expect(alreadyThere).toEqual([{ personId: 'there', kind: 'premium-agent', from: 'Sub1', to: 'Sub2', lostAddOns: ['wfo'] }]);
    expect([moves.length, staying.length, unplaced.length]).toEqual([200, 1, 3]);
  });

  it('goes on where a page ends, until no list has more', () => {
    const first = planAnswer.parse(fromPlan(plan, { from: 0, limit: 150 }));
    expect(first.next && fromCursor(first.next)).toBe('150');
    const second = planAnswer.parse(fromPlan(plan, { from: 150, limit: 150 }));
    expect(second).toMatchObject({ planHash: first.planHash, counts: first.counts, unplaced: [] });
    expect(second.next).toBeUndefined();
    const seen = [...first.moves, ...second.moves].map(({ personId }) => personId);
    expect(seen).toEqual(plan.moves.filter((move) => !move.alreadyThere).map(({ personId }) => personId));
  });
});
