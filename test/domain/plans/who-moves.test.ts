import { describe, expect, it } from 'vitest';
import { aFullAdmin, agents, aPerson, aPicture, aSubscription, type Holds, type SubscriptionOverrides } from '#test/support/builders.ts';
import { aPlan, movesIn, unplacedIn } from '#test/support/plans.ts';

const SEATS = { 'premium-agent': 5, 'standard-agent': 5, wfo: 5 };
const SOURCE = aSubscription({ subscriptionId: 'Sub1', startsOn: '2024-01-01' });

function target(overrides: SubscriptionOverrides = {}) {
  return aSubscription({ subscriptionId: 'Sub2', startsOn: '2025-01-01', expiresOn: '2029-01-01', seats: SEATS, ...overrides });
}

/** The plan for one agent who holds this; beside Sub1 and Sub2 there are Sub3 (a trial), Sub4 (lapsed) and Sub5 (starts soon). */
function planForHolder(holds: Holds) {
  const subscriptions = [
    SOURCE,
    target(),
    aSubscription({ subscriptionId: 'Sub3', expiresOn: '2028-01-01', trial: true }),
    aSubscription({ subscriptionId: 'Sub4', startsOn: '2025-01-01', expiresOn: '2026-01-01' }),
    aSubscription({ subscriptionId: 'Sub5', startsOn: '2026-12-20', expiresOn: '2028-01-01' }),
  ];
  return aPlan(aPicture({ subscriptions, people: [aPerson({ personId: 'ann', holds })] }));
}

describe('P3 who moves', () => {
  it.each<[string, Holds]>([
    ['the same kind elsewhere', { Sub1: 'standard-agent', Sub2: 'standard-agent' }],
    ['premium elsewhere', { Sub1: 'standard-agent', Sub2: 'premium-agent' }],
    ['the same kind of a trial that lasts', { Sub1: 'standard-agent', Sub3: 'standard-agent' }],
    ['the same kind and add-on elsewhere', { Sub1: ['standard-agent', 'wfo'], Sub2: ['standard-agent', 'wfo'] }],
  ])('lets somebody stay who holds %s', (_, holds) => {
    expect(planForHolder(holds)).toMatchObject({ staying: ['ann'], moves: [], unplaced: [] });
  });

  it.each<[string, Holds, string]>([
    ['only standard elsewhere', { Sub1: 'premium-agent', Sub2: 'standard-agent' }, 'premium-agent -> Sub2'],
    ['a licence that has lapsed', { Sub1: 'standard-agent', Sub4: 'standard-agent' }, 'standard-agent -> Sub2'],
    ['a licence that does not cover today', { Sub1: 'standard-agent', Sub5: 'standard-agent' }, 'standard-agent -> Sub2'],
    ['only an add-on elsewhere', { Sub1: 'standard-agent', Sub2: 'wfo' }, 'standard-agent -> Sub2'],
  ])('moves somebody who holds %s', (_, holds, move) => {
    const plan = planForHolder(holds);
    expect(plan.staying).toEqual([]);
    expect(movesIn(plan)).toEqual([`ann: ${move}`]);
  });

  it('moves somebody whose other licence ends before the margin', () => {
    const soon = aSubscription({ subscriptionId: 'Sub3', expiresOn: '2027-01-30' });
    const person = aPerson({ personId: 'ann', holds: { Sub1: 'standard-agent', Sub3: 'standard-agent' } });
    expect(movesIn(aPlan(aPicture({ subscriptions: [SOURCE, target(), soon], people: [person] })))).toEqual([
      'ann: standard-agent -> Sub2',
    ]);
  });

  it('lets somebody stay whose other licences follow each other without a gap', () => {
    const others = [
      aSubscription({ subscriptionId: 'Sub3', expiresOn: '2027-01-10' }),
      aSubscription({ subscriptionId: 'Sub4', startsOn: '2027-01-10', expiresOn: '2028-01-01' }),
    ];
    const person = aPerson({ personId: 'ann', holds: { Sub1: 'standard-agent', Sub3: 'standard-agent', Sub4: 'premium-agent' } });
    expect(aPlan(aPicture({ subscriptions: [SOURCE, target(), ...others], people: [person] })).staying).toEqual(['ann']);
  });

  it('takes no seat for whoever holds the kind on the target already', () => {
    const plan = aPlan(
      aPicture({
        subscriptions: [SOURCE, target({ seats: { 'standard-agent': 1, wfo: 1 } })],
        people: [aPerson({ personId: 'ann', holds: { Sub1: ['standard-agent', 'wfo'], Sub2: 'standard-agent' } })],
      }),
    );
    expect(movesIn(plan)).toEqual(['ann: standard-agent -> Sub2 (already there)']);
    expect(plan.moves[0]?.addOns).toEqual(['wfo']);
    expect(plan.effects.seats.map(({ kind, freeBefore, freeAfter }) => [kind, freeBefore, freeAfter])).toEqual([
      ['standard-agent', 0, 0],
      ['wfo', 1, 0],
    ]);
  });

  it('leaves out people who are moving, and whoever was not asked for', () => {
    const people = [
      aPerson({ personId: 'ann', holds: { Sub1: 'standard-agent' }, moving: { from: 'Sub1', to: 'Sub2' } }),
      aPerson({ personId: 'ben', holds: { Sub1: 'standard-agent' } }),
      aPerson({ personId: 'cem', holds: { Sub1: 'standard-agent' } }),
    ];
    const plan = aPlan(aPicture({ subscriptions: [SOURCE, target()], people }), { people: ['ann', 'cem', 'nobody'] });
    expect(movesIn(plan)).toEqual(['cem: standard-agent -> Sub2']);
    expect([plan.staying, plan.unplaced]).toEqual([[], []]);
  });

  it('moves each kind of somebody who holds two', () => {
    const person = aPerson({ personId: 'ann', holds: { Sub1: ['standard-agent', 'premium-agent'] } });
    expect(movesIn(aPlan(aPicture({ subscriptions: [SOURCE, target()], people: [person] })))).toEqual([
      'ann: premium-agent -> Sub2',
      'ann: standard-agent -> Sub2',
    ]);
  });

  it('moves nobody who holds only an add-on', () => {
    const person = aPerson({ holds: { Sub1: 'wfo' } });
    expect(aPlan(aPicture({ subscriptions: [SOURCE, target()], people: [person] }))).toMatchObject({
      moves: [],
      unplaced: [],
      staying: [],
    });
  });
});

describe('P3 like for like', () => {
  const subscriptions = [SOURCE, target({ seats: { 'premium-agent': 2, 'standard-agent': 1 } })];
  const people = [aFullAdmin({ personId: 'boss', holds: { Sub1: 'premium-agent' } }), ...agents(3, { holds: { Sub1: 'standard-agent' } })];

  it('gives premium seats to no holder of standard', () => {
    const plan = aPlan(aPicture({ subscriptions, people }));
    expect(movesIn(plan)).toEqual(['boss: premium-agent -> Sub2', 'agent-0001: standard-agent -> Sub2']);
    expect(plan.seatsToBuy).toEqual([{ kind: 'standard-agent', quantity: 2 }]);
  });

  it('gives them what is left of premium where an upgrade is accepted', () => {
    const plan = aPlan(aPicture({ subscriptions, people }), { acceptUpgrade: true });
    expect(movesIn(plan)).toEqual([
      'boss: premium-agent -> Sub2',
      'agent-0001: standard-agent -> Sub2',
      'agent-0002: standard-agent as premium-agent -> Sub2',
    ]);
    expect(unplacedIn(plan)).toEqual(['agent-0003: standard-agent, no-seat-of-kind']);
  });

  it('gives free premium seats before seats beyond the commitment of standard', () => {
    const plan = aPlan(aPicture({ subscriptions, people }), { acceptUpgrade: true, acceptOverage: true });
    expect(movesIn(plan)).toEqual([
      'boss: premium-agent -> Sub2',
      'agent-0001: standard-agent -> Sub2',
      'agent-0002: standard-agent as premium-agent -> Sub2',
      'agent-0003: standard-agent -> Sub2 (overage)',
    ]);
  });

  it('upgrades nobody who leaves with premium as well', () => {
    const both = aPerson({ personId: 'ann', holds: { Sub1: ['standard-agent', 'premium-agent'] } });
    const plan = aPlan(aPicture({ subscriptions: [SOURCE, target({ seats: { 'premium-agent': 2 } })], people: [both] }), {
      acceptUpgrade: true,
    });
    expect(movesIn(plan)).toEqual(['ann: premium-agent -> Sub2']);
    expect(unplacedIn(plan)).toEqual(['ann: standard-agent, no-seat-of-kind']);
  });

  it('never gives standard to a holder of premium, whatever is accepted', () => {
    const plan = aPlan(
      aPicture({
        subscriptions: [SOURCE, target({ seats: { 'standard-agent': 9 } })],
        people: [aFullAdmin({ personId: 'boss', holds: { Sub1: 'premium-agent' } })],
      }),
      { acceptUpgrade: true, acceptOverage: true },
    );
    expect(unplacedIn(plan)).toEqual(['boss: premium-agent, no-seat-of-kind']);
  });
});

describe('P3 add-ons', () => {
  const holds = { Sub1: ['standard-agent', 'wfo', 'qm'] };

  it('move along where the target commits them, and are named as lost where it does not', () => {
    const plan = aPlan(aPicture({ subscriptions: [SOURCE, target()], people: [aPerson({ holds })] }));
    expect(plan.moves[0]).toMatchObject({ addOns: ['wfo'], lostAddOns: ['qm'] });
  });

  it('are given in the order of the plan as long as there are seats of them', () => {
    const subscriptions = [SOURCE, target({ seats: { 'standard-agent': 5, wfo: 1 } })];
    const people = agents(2, { holds: { Sub1: ['standard-agent', 'wfo'] } });
    const picture = aPicture({ subscriptions, people });
    expect(aPlan(picture).moves.map(({ addOns, lostAddOns, overage }) => [addOns, lostAddOns, overage])).toEqual([
      [['wfo'], [], false],
      [[], ['wfo'], false],
    ]);
    expect(aPlan(picture, { acceptOverage: true }).moves.map(({ addOns, overage }) => [addOns, overage])).toEqual([
      [['wfo'], false],
      [['wfo'], true],
    ]);
  });

  it('go with the one of two moves whose target commits them', () => {
    const subscriptions = [
      SOURCE,
      target({ subscriptionId: 'Sub2', seats: { 'premium-agent': 1 } }),
      target({ subscriptionId: 'Sub3', seats: { 'standard-agent': 1, wfo: 1 } }),
    ];
    const person = aPerson({ holds: { Sub1: ['premium-agent', 'standard-agent', 'wfo', 'qm'] } });
    expect(aPlan(aPicture({ subscriptions, people: [person] })).moves).toMatchObject([
      { to: { subscriptionId: 'Sub2' }, addOns: [], lostAddOns: ['qm'] },
      { to: { subscriptionId: 'Sub3' }, addOns: ['wfo'], lostAddOns: [] },
    ]);
  });

  it('take no seat where the person holds them on the target already', () => {
    const subscriptions = [SOURCE, target({ seats: { 'standard-agent': 5, wfo: 1 } })];
    const person = aPerson({ holds: { Sub1: ['standard-agent', 'wfo'], Sub2: 'wfo' } });
    const plan = aPlan(aPicture({ subscriptions, people: [person] }));
    expect(plan.moves[0]).toMatchObject({ addOns: ['wfo'], overage: false });
    expect(plan.effects.seats.map(({ kind, freeBefore, freeAfter }) => [kind, freeBefore, freeAfter])).toEqual([
      ['standard-agent', 5, 4],
      ['wfo', 0, 0],
    ]);
  });
});
