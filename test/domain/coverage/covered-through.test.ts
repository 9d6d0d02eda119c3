import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessAssignmentsOf, horizonOf, horizonsFrom, isCoveredToday, subscriptionsById } from '#domain/coverage/covered-through.ts';
import { dayOf } from '#domain/days/day.ts';
import {
  agents,
  aPerson,
  aSubscription,
  FOUNDING_DAY,
  type Holds,
  type SubscriptionOverrides,
  theFoundingExample,
} from '#test/support/builders.ts';
import { fastest } from '#test/support/fastest.ts';
import { aRandomPicture, RANDOM_REACH_DAYS, RANDOM_TODAY } from '#test/support/random-pictures.ts';
import { daysFrom, simulate } from './naive-coverage.ts';

/** A random subscription starts within the reach and lasts at most 50 days more: nothing but a renewal goes on after these days. */
const AHEAD = daysFrom(RANDOM_TODAY, RANDOM_REACH_DAYS + 60);

const today = dayOf('2026-12-02');

/** The horizon of somebody who holds this, where Sub1 ends in 30 days, Sub2 in a year; others as given. */
function horizon({
  holds,
  ...others
}: {
  readonly holds: Holds;
  readonly Sub1?: SubscriptionOverrides;
  readonly Sub2?: SubscriptionOverrides;
}) {
  const subscriptions = subscriptionsById([
    aSubscription({ subscriptionId: 'Sub1', expiresOn: '2027-01-01', ...others.Sub1 }),
    aSubscription({ subscriptionId: 'Sub2', expiresOn: '2027-12-02', ...others.Sub2 }),
  ]);
  return horizonOf({ person: aPerson({ holds }), subscriptions, today });
}

describe('D7 coverage', () => {
  const subscriptions = subscriptionsById([
    aSubscription({ subscriptionId: 'Sub1' }),
    aSubscription({ subscriptionId: 'Sub2', expiresOn: '2026-12-02' }),
  ]);
  const isCovered = (holds: Holds) => isCoveredToday({ person: aPerson({ holds }), subscriptions, today });

  it.each([
    ['by an assignment to an active subscription', { Sub1: 'standard-agent' }, true],
    ['by a subscription nobody assigned', {}, false],
    ['by a lapsed subscription', { Sub2: 'premium-agent' }, false],
    ['by one of two', { Sub1: 'standard-agent', Sub2: 'premium-agent' }, true],
    ['by an add-on, for somebody who holds only add-ons', { Sub1: 'wfo' }, true],
    ['by an add-on, where the access licence lapsed', { Sub1: 'wfo', Sub2: 'standard-agent' }, false],
    ['by a subscription nobody knows', { Sub9: 'standard-agent' }, false],
  ])('is given, or not, %s', (_, holds, expected) => {
    expect(isCovered(holds)).toBe(expected);
  });

  it('comes from the access kinds, or from everything where there are none', () => {
    expect(accessAssignmentsOf(aPerson({ holds: { Sub1: ['wfo', 'premium-agent'] } })).map(({ kind }) => kind)).toEqual(['premium-agent']);
    expect(accessAssignmentsOf(aPerson({ holds: { Sub1: ['wfo', 'epic'] } }))).toHaveLength(2);
  });
});

describe('D8 horizon', () => {
  it('is the day before the only subscription ends', () => {
    expect(horizon({ holds: { Sub1: 'standard-agent' } })).toEqual({ coverage: 'until', coveredThrough: '2026-12-31', endsWith: 'Sub1' });
  });

  it('is that of the subscription that goes on, for somebody assigned to both', () => {
    const both = { Sub1: 'standard-agent', Sub2: 'standard-agent' };
    expect(horizon({ holds: both })).toEqual({ coverage: 'until', coveredThrough: '2027-12-01', endsWith: 'Sub2' });
  });

  it('goes on through a subscription that starts on the day the other ends', () => {
    const both = { Sub1: 'standard-agent', Sub2: 'standard-agent' };
    expect(horizon({ holds: both, Sub2: { startsOn: '2027-01-01' } })).toMatchObject({ coveredThrough: '2027-12-01', endsWith: 'Sub2' });
  });

  it('is not extended by a subscription that starts after a gap, and names the gap', () => {
    const both = { Sub1: 'standard-agent', Sub2: 'standard-agent' };
    expect(horizon({ holds: both, Sub2: { startsOn: '2027-01-02' } })).toEqual({
      coverage: 'until',
      coveredThrough: '2026-12-31',
      endsWith: 'Sub1',
      resumesOn: '2027-01-02',
    });
  });

  it('is none for somebody whose subscription starts tomorrow', () => {
    expect(horizon({ holds: { Sub1: 'standard-agent' }, Sub1: { startsOn: '2026-12-03' } })).toEqual({ coverage: 'none' });
  });

  it.each([
    ['a suspension ahead', { suspendedOn: '2026-12-10' }, '2026-12-09'],
    ['a cancellation ahead', { cancelledOn: '2026-12-03' }, '2026-12-02'],
    ['unknown dates', { withoutTerms: true }, '2026-12-02'],
    ['a renewal that a cancellation bounds', { renewal: 'auto' as const, cancelledOn: '2027-02-01' }, '2027-01-31'],
  ])('ends with %s', (_, Sub1, expected) => {
    expect(horizon({ holds: { Sub1: 'standard-agent' }, Sub1 })).toMatchObject({ coveredThrough: expected, endsWith: 'Sub1' });
  });

  it('is open-ended through a subscription that renews by itself (D4)', () => {
    expect(horizon({ holds: { Sub1: 'standard-agent' }, Sub1: { renewal: 'auto' } })).toEqual({ coverage: 'open-ended' });
  });

  it('is none once the renewal is unconfirmed (D4)', () => {
    expect(horizon({ holds: { Sub1: 'standard-agent' }, Sub1: { renewal: 'auto', expiresOn: '2026-12-02' } })).toEqual({
      coverage: 'none',
    });
  });

  it('ends with the smaller id where two subscriptions end together', () => {
    const together = { holds: { Sub1: 'standard-agent', Sub2: 'standard-agent' }, Sub2: { expiresOn: '2027-01-01' } };
    expect(horizon(together)).toMatchObject({ endsWith: 'Sub1' });
  });

  it('is that of the founding example', () => {
    const { people, subscriptions } = theFoundingExample();
    const horizons = people.map(horizonsFrom({ subscriptions: subscriptionsById(subscriptions), today: FOUNDING_DAY }));
    expect(horizons).toEqual(people.map(() => ({ coverage: 'until', coveredThrough: '2026-12-31', endsWith: 'Sub1' })));
  });

  it('agrees with a simulation day by day, for any subscriptions and people', () => {
    fc.assert(
      fc.property(aRandomPicture, (picture) => {
        const horizonOfPerson = horizonsFrom({ subscriptions: subscriptionsById(picture.subscriptions), today: RANDOM_TODAY });
        for (const person of picture.people) {
          const simulated = simulate({ person, picture, days: AHEAD });
          const found = horizonOfPerson(person);
          expect(isCoveredToday({ person, subscriptions: subscriptionsById(picture.subscriptions), today: RANDOM_TODAY })).toBe(
            simulated.coverage !== 'none',
          );
          if (simulated.coverage !== 'until' || found.coverage !== 'until') expect(found).toEqual(simulated);
          else {
            expect(found).toMatchObject({ coveredThrough: simulated.coveredThrough });
            expect(simulated.endsWith).toContain(found.endsWith);
            expect(found.resumesOn).toBe(simulated.resumesOn);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('is read for 50,000 people in well under a second', () => {
    const { subscriptions } = theFoundingExample();
    const people = agents(50_000, { holds: { Sub1: 'standard-agent', Sub2: ['premium-agent', 'wfo'] } });
    const [milliseconds, horizons] = fastest(() => people.map(horizonsFrom({ subscriptions: subscriptionsById(subscriptions), today })));
    expect(milliseconds).toBeLessThan(1_000);
    expect(new Set(horizons.map((each) => each.coverage))).toEqual(new Set(['until']));
  });
});
