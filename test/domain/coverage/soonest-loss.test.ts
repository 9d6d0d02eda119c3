import { describe, expect, it } from 'vitest';
import { soonestLossOf } from '#domain/coverage/soonest-loss.ts';
import { dayOf, OPEN_END } from '#domain/days/day.ts';
import { agents, aPerson, aPicture, aSubscription, FOUNDING_DAY, theFoundingExample } from '#test/support/builders.ts';

const HOLDS = { holds: { Sub1: 'standard-agent' } };

describe('D8 the soonest loss of access', () => {
  it('is the first day on which somebody has none any more', () => {
    expect(soonestLossOf(theFoundingExample(), FOUNDING_DAY)).toEqual({ soonestLossOn: '2027-01-01', losing: 2 });
  });

  it('is the earliest of several, with those alone who lose access that day', () => {
    const subscriptions = [aSubscription({ subscriptionId: 'Sub1' }), aSubscription({ subscriptionId: 'Sub2', expiresOn: '2026-12-24' })];
    const people = [
      aPerson({ personId: 'p1', holds: { Sub1: 'standard-agent' } }),
      aPerson({ personId: 'p2', holds: { Sub2: 'standard-agent' } }),
    ];
    expect(soonestLossOf(aPicture({ subscriptions, people }), FOUNDING_DAY)).toEqual({ soonestLossOn: '2026-12-24', losing: 1 });
  });

  it.each([
    ['nobody holds the subscription that ends', {}, []],
    ['it renews by itself', { renewal: 'auto' as const }, agents(1, HOLDS)],
    ['those it concerns are inactive', {}, agents(1, { ...HOLDS, status: 'inactive' })],
    ['everybody has lost access already', { expiresOn: '2026-12-01' }, agents(1, HOLDS)],
  ])('does not come when %s', (_, overrides, people) => {
    expect(soonestLossOf(aPicture({ subscriptions: [aSubscription(overrides)], people }), FOUNDING_DAY)).toEqual({
      soonestLossOn: OPEN_END,
      losing: 0,
    });
  });

  it('is tomorrow where the dates are unknown (D5)', () => {
    const picture = aPicture({ subscriptions: [aSubscription({ withoutTerms: true })], people: agents(1, HOLDS) });
    expect(soonestLossOf(picture, dayOf('2026-12-31'))).toEqual({ soonestLossOn: '2027-01-01', losing: 1 });
  });
});
