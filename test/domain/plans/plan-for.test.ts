import { describe, expect, it } from 'vitest';
import { aFullAdmin, agents, aPerson, aPicture, aSubscription, aTenant, theFoundingExample } from '#test/support/builders.ts';
import { aPlan, movesIn, unplacedIn } from '#test/support/plans.ts';

const SOURCE = aSubscription({ subscriptionId: 'Sub1', startsOn: '2024-01-01' });
const TARGET = aSubscription({ subscriptionId: 'Sub2', expiresOn: '2029-01-01', seats: { 'standard-agent': 3 } });
const OTHER = aSubscription({ subscriptionId: 'Sub3', expiresOn: '2030-01-01', seats: { 'standard-agent': 3 } });

describe('P5 one target or best fit', () => {
  it('moves everybody of the founding example to Subscription 2, the admin first', () => {
    const plan = aPlan(theFoundingExample());
    expect(movesIn(plan)).toEqual(['customer-admin-1: premium-agent -> Sub2', 'agent-1: standard-agent -> Sub2']);
    expect(plan).toMatchObject({ staying: [], unplaced: [], seatsToBuy: [], candidates: [{ subscriptionId: 'Sub2', fits: 2 }] });
  });

  it('spreads people over all candidates, the latest end first', () => {
    const plan = aPlan(aPicture({ subscriptions: [SOURCE, TARGET, OTHER], people: agents(4, { holds: { Sub1: 'standard-agent' } }) }));
    expect(movesIn(plan)).toEqual([
      'agent-0001: standard-agent -> Sub2',
      'agent-0002: standard-agent -> Sub3',
      'agent-0003: standard-agent -> Sub3',
      'agent-0004: standard-agent -> Sub3',
    ]);
  });

  it('uses only the target that was chosen: m of n fit', () => {
    const plan = aPlan(aPicture({ subscriptions: [SOURCE, TARGET, OTHER], people: agents(4, { holds: { Sub1: 'standard-agent' } }) }), {
      to: 'Sub2',
    });
    expect(plan.moves.map(({ to }) => to.subscriptionId)).toEqual(['Sub2', 'Sub2', 'Sub2']);
    expect(unplacedIn(plan)).toEqual(['agent-0004: standard-agent, no-seat-of-kind']);
    expect(plan.seatsToBuy).toEqual([{ kind: 'standard-agent', quantity: 1 }]);
  });

  it.each([
    ['a subscription that is no candidate', 'Sub4'],
    ['the source itself', 'Sub1'],
    ['one the tenant does not have', 'Sub9'],
  ])('places nobody on %s', (_, to) => {
    const lapsed = aSubscription({ subscriptionId: 'Sub4', expiresOn: '2026-06-01', seats: { 'standard-agent': 9 } });
    const plan = aPlan(aPicture({ subscriptions: [SOURCE, TARGET, lapsed], people: agents(2, { holds: { Sub1: 'standard-agent' } }) }), {
      to,
      acceptOverage: true,
    });
    expect(plan.moves).toEqual([]);
    expect(plan.unplaced.map(({ reason }) => reason)).toEqual(['no-candidate', 'no-candidate']);
  });

  it('says so when there is no candidate at all', () => {
    const plan = aPlan(aPicture({ subscriptions: [SOURCE], people: [aPerson({ personId: 'ann', holds: { Sub1: 'premium-agent' } })] }));
    expect(unplacedIn(plan)).toEqual(['ann: premium-agent, no-candidate']);
    expect(plan).toMatchObject({ seatsToBuy: [{ kind: 'premium-agent', quantity: 1 }], followUps: [], candidates: [] });
  });

  it('leaves a subscription that has ended already, for people who are stranded', () => {
    const picture = aPicture({ subscriptions: [SOURCE, TARGET], people: agents(1, { holds: { Sub1: 'standard-agent' } }) });
    expect(movesIn(aPlan(picture, { today: '2027-02-01' }))).toEqual(['agent-0001: standard-agent -> Sub2']);
  });

  it('leaves a subscription of unknown dates', () => {
    const unknown = aSubscription({ subscriptionId: 'Sub1', withoutTerms: true });
    const picture = aPicture({ subscriptions: [unknown, TARGET], people: agents(1, { holds: { Sub1: 'standard-agent' } }) });
    expect(movesIn(aPlan(picture))).toEqual(['agent-0001: standard-agent -> Sub2']);
  });

  it('cannot be asked for a source the tenant does not have', () => {
    expect(() => aPlan(aPicture({ subscriptions: [SOURCE] }), { from: 'Sub9' })).toThrow('has no subscription Sub9');
  });
});

describe('P4 order', () => {
  it('gives the seats to full admins, then other admins, then agents, within that by id', () => {
    const kind = { Sub1: 'premium-agent' };
    const people = [
      aPerson({ personId: 'a-agent', holds: kind }),
      aPerson({ personId: 'b-supervisor', roles: ['supervisor'], holds: kind }),
      aPerson({ personId: 'c-admin', roles: ['agent', 'admin'], holds: kind }),
      aFullAdmin({ personId: 'e-full', holds: kind }),
      aFullAdmin({ personId: 'd-full', holds: kind }),
    ];
    const target = aSubscription({ subscriptionId: 'Sub2', expiresOn: '2029-01-01', seats: { 'premium-agent': 4 } });
    const plan = aPlan(aPicture({ subscriptions: [SOURCE, target], people }));
    expect(plan.moves.map(({ personId }) => personId)).toEqual(['d-full', 'e-full', 'c-admin', 'a-agent']);
    expect(unplacedIn(plan)).toEqual(['b-supervisor: premium-agent, no-seat-of-kind']);
  });
});

describe('P7 follow-ups', () => {
  it.each([
    ['book', ['synchronize-users', 'check-auto-assign-templates']],
    ['control-hub', ['import-in-control-hub', 'synchronize-users', 'check-auto-assign-templates']],
  ] as const)('name what is left to do by hand in the mode %s', (mode, followUps) => {
    const people = agents(1, { holds: { Sub1: 'standard-agent' } });
    expect(aPlan(aPicture({ tenant: aTenant({ mode }), subscriptions: [SOURCE, TARGET], people })).followUps).toEqual(followUps);
  });
});
