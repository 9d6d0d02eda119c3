import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '#domain/days/day.ts';
import { idOf } from '#domain/ids.ts';
import type { Person } from '#domain/people/person.ts';
import { planHash } from '#domain/plans/hash.ts';
import type { Move } from '#domain/plans/plan.ts';
import { heldSeats } from '#domain/subscriptions/seats.ts';
import { aFullAdmin, aPerson, aSubscription, type SubscriptionOverrides } from '#test/support/builders.ts';
import { aPlan, aRequest, sha256 } from '#test/support/plans.ts';
import { aRandomSource } from '#test/support/random-sources.ts';

const SEATS = { 'premium-agent': 3, 'standard-agent': 3, wfo: 3 };
const ANN = aPerson({ personId: 'ann', holds: { Sub1: ['standard-agent', 'wfo'] } });

type Input = {
  readonly from?: string;
  readonly to?: string;
  readonly source?: SubscriptionOverrides;
  readonly target?: SubscriptionOverrides;
  readonly other?: SubscriptionOverrides;
  readonly move?: Partial<Move>;
  readonly withoutMove?: boolean;
  readonly unplaced?: string;
  readonly ann?: Person;
  readonly others?: readonly Person[];
};

/** The hash of one plan: Ann goes from Sub1 to Sub2, Ben finds no seat, and Sub3 is not involved. One thing of it is changed. */
function hashOf({
  from = 'Sub1',
  to,
  source,
  target,
  other,
  move,
  withoutMove = false,
  unplaced = 'ben',
  ann = ANN,
  others = [],
}: Input = {}) {
  const going: Move = {
    personId: ANN.personId,
    from: { subscriptionId: idOf.subscription('Sub1'), kind: 'standard-agent' },
    to: { subscriptionId: idOf.subscription('Sub2'), kind: 'standard-agent' },
    addOns: ['wfo'],
    lostAddOns: [],
    overage: false,
    alreadyThere: false,
    ...move,
  };
  return planHash(
    {
      request: aRequest({ from, ...(to !== undefined && { to }) }),
      moves: withoutMove ? [] : [going],
      unplaced: [{ personId: idOf.person(unplaced), kind: 'premium-agent', reason: 'no-seat-of-kind' }],
      subscriptions: [
        aSubscription({ subscriptionId: 'Sub1', startsOn: '2024-01-01', seats: SEATS, ...source }),
        aSubscription({ subscriptionId: 'Sub2', expiresOn: '2029-01-01', seats: SEATS, ...target }),
        aSubscription({ subscriptionId: 'Sub3', expiresOn: '2029-01-01', seats: SEATS, ...other }),
      ],
      people: [ann],
      held: heldSeats([ann, ...others]),
    },
    sha256,
  );
}

const holding = (holds: Parameters<typeof aPerson>[0]) => [aPerson({ personId: 'zoe', ...holds })];

describe('P6 what a plan’s hash is over', () => {
  const ofEither: readonly (readonly [string, SubscriptionOverrides])[] = [
    ['start', { startsOn: '2023-01-01' }],
    ['end', { expiresOn: '2027-03-01' }],
    ['suspension', { suspendedOn: '2026-12-24' }],
    ['suspension that an import saw', { suspendedSeenOn: '2026-12-01' }],
    ['cancellation', { cancelledOn: '2026-12-24' }],
    ['renewal', { renewal: 'auto' }],
    ['licensing', { licensing: 'concurrent' }],
    ['telephony', { telephony: 'vpop' }],
    ['commitments', { seats: { ...SEATS, 'premium-agent': 4 } }],
    ['unknown dates', { withoutTerms: true }],
  ];

  it.each(ofEither)('is the source’s and each target’s %s', (_, change) => {
    expect(new Set([hashOf(), hashOf({ source: change }), hashOf({ target: change })]).size).toBe(3);
  });

  it.each<[string, Input]>([
    ['the source', { from: 'Sub3' }],
    ['a chosen target', { to: 'Sub3' }],
    ['who moves', { move: { personId: idOf.person('cem') } }],
    ['whether anybody moves', { withoutMove: true }],
    ['where somebody goes', { move: { to: { subscriptionId: idOf.subscription('Sub3'), kind: 'standard-agent' } } }],
    ['the kind given', { move: { to: { subscriptionId: idOf.subscription('Sub2'), kind: 'premium-agent' } } }],
    ['the kind given up', { move: { from: { subscriptionId: idOf.subscription('Sub1'), kind: 'premium-agent' } } }],
    ['the add-ons that go along', { move: { addOns: [] } }],
    ['the add-ons that are lost', { move: { lostAddOns: ['qm'] } }],
    ['a seat beyond the commitment', { move: { overage: true } }],
    ['who is there already', { move: { alreadyThere: true } }],
    ['who is unplaced', { unplaced: 'cem' }],
    ['what else somebody moved holds', { ann: aPerson({ personId: 'ann', holds: { Sub1: ['standard-agent', 'wfo'], Sub3: 'wfo' } }) }],
    ['a seat somebody else takes on the source', { others: holding({ holds: { Sub1: 'standard-agent' } }) }],
    ['a seat somebody else takes on the target', { others: holding({ holds: { Sub2: 'wfo' } }) }],
    ['a seat somebody is moving to', { others: holding({ moving: { from: 'Sub3', to: 'Sub2' } }) }],
  ])('is %s', (_, input) => {
    expect(hashOf(input)).not.toBe(hashOf());
  });

  it.each<[string, Input]>([
    [
      'names and orders',
      { source: { name: 'Another', orderRef: '4711', costCentre: '7', department: 'Sales' }, target: { name: 'Another' } },
    ],
    ['metered usage', { target: { seats: { ...SEATS, ivr: 50, 'ai-agent': 9 } } }],
    ['what somebody moved is called', { ann: { ...ANN, name: 'Ann Other', email: 'other@acme.example', department: 'Sales' } }],
    ['a subscription that is not involved', { other: { expiresOn: '2027-01-15', telephony: 'vpop', seats: {} } }],
    ['a seat on a subscription that is not involved', { others: holding({ holds: { Sub3: 'standard-agent' } }) }],
    ['the warning ladder', { source: { ladder: [7] } }],
    ['the order in which assignments were read', { ann: { ...ANN, assignments: ANN.assignments.toReversed() } }],
    ['the order of commitments', { target: { seats: Object.fromEntries(Object.entries(SEATS).toReversed()) } }],
  ])('is not %s', (_, input) => {
    expect(hashOf(input)).toBe(hashOf());
  });

  it('is not the number of seats that are short, since none is free either way', () => {
    const short = { seats: { ...SEATS, 'premium-agent': 0 } };
    const boss = aFullAdmin({ personId: 'boss', holds: { Sub2: 'premium-agent' } });
    expect(hashOf({ target: short, others: [boss] })).toBe(hashOf({ target: short }));
  });

  it('is not the order in which the tenant was read, whatever it is shuffled to', () => {
    const shuffled = aRandomSource.chain((picture) =>
      fc.record({
        picture: fc.constant(picture),
        subscriptions: fc.shuffledSubarray([...picture.subscriptions], { minLength: picture.subscriptions.length }),
        people: fc.shuffledSubarray([...picture.people], { minLength: picture.people.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ picture, ...order }) => {
        expect(aPlan({ ...picture, ...order })).toEqual(aPlan(picture));
      }),
      { numRuns: 300 },
    );
  });

  it('is not the day, as long as the plan is the same', () => {
    fc.assert(
      fc.property(aRandomSource, (picture) => {
        const [today, tomorrow] = ['2026-12-02', '2026-12-03'].map((day) => aPlan(picture, { today: dayOf(day) }));
        fc.pre(JSON.stringify([today?.moves, today?.unplaced]) === JSON.stringify([tomorrow?.moves, tomorrow?.unplaced]));
        expect(tomorrow?.planHash).toBe(today?.planHash);
      }),
    );
  });
});
