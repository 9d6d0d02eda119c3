import { describe, expect, it } from 'vitest';
import { aFullAdmin, agents, aPicture, aSubscription, aTenant, theFoundingExample } from '#test/support/builders.ts';
import { aPlan } from '#test/support/plans.ts';

const kinds = (findings: readonly { readonly kind: string }[]) => findings.map(({ kind }) => kind);
const SEATS = { 'premium-agent': 2, 'standard-agent': 2 };

describe('P7 effects', () => {
  it('show the founding example: horizons, the hand-over of the primary, seats, and what is solved', () => {
    const { effects } = aPlan(theFoundingExample());
    expect(effects).toMatchObject({
      horizonBefore: '2026-12-31',
      horizonAfter: '2029-05-31',
      primaryBefore: 'Sub1',
      primaryAfter: 'Sub2',
      primaryChangesOn: '2027-01-01',
      seats: [
        { subscriptionId: 'Sub2', kind: 'premium-agent', committed: 1, freeBefore: 1, freeAfter: 0, overage: 0 },
        { subscriptionId: 'Sub2', kind: 'standard-agent', committed: 1, freeBefore: 1, freeAfter: 0, overage: 0 },
      ],
    });
    expect(effects.findingsSolved.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['no-admin-left', 'tenant'],
      ['access-ends', { subscriptionId: 'Sub1' }],
    ]);
    expect(effects.findingsCreated.map(({ kind, subject }) => [kind, subject])).toEqual([['access-ends', { subscriptionId: 'Sub2' }]]);
  });

  it('leave the horizon open where everybody goes to a subscription that renews by itself', () => {
    const subscriptions = [
      aSubscription({ subscriptionId: 'Sub1', startsOn: '2024-01-01' }),
      aSubscription({ subscriptionId: 'Sub2', expiresOn: '2029-01-01', renewal: 'auto', seats: SEATS }),
    ];
    const { effects } = aPlan(aPicture({ subscriptions, people: agents(2, { holds: { Sub1: 'standard-agent' } }) }));
    expect(effects.horizonBefore).toBe('2026-12-31');
    expect(effects).not.toHaveProperty('horizonAfter');
  });

  it('name the earliest horizon of those who move, not of those who stay behind', () => {
    const subscriptions = [
      aSubscription({ subscriptionId: 'Sub1', startsOn: '2024-01-01' }),
      aSubscription({ subscriptionId: 'Sub2', expiresOn: '2029-01-01', seats: { 'standard-agent': 1 } }),
      aSubscription({ subscriptionId: 'Sub3', expiresOn: '2028-01-01', seats: { 'standard-agent': 1 } }),
    ];
    const { effects, unplaced } = aPlan(aPicture({ subscriptions, people: agents(3, { holds: { Sub1: 'standard-agent' } }) }));
    expect(unplaced).toHaveLength(1);
    expect(effects.horizonAfter).toBe('2027-12-31');
  });

  it('have no horizon before where everybody is stranded, and solve that', () => {
    const subscriptions = [
      aSubscription({ subscriptionId: 'Sub1', startsOn: '2024-01-01', expiresOn: '2026-11-01' }),
      aSubscription({ subscriptionId: 'Sub2', expiresOn: '2029-01-01', seats: SEATS }),
    ];
    const people = [aFullAdmin({ holds: { Sub2: 'premium-agent' } }), ...agents(2, { holds: { Sub1: 'standard-agent' } })];
    const { effects } = aPlan(aPicture({ subscriptions, people }));
    expect(effects).not.toHaveProperty('horizonBefore');
    expect(effects).toMatchObject({ horizonAfter: '2028-12-31', primaryBefore: 'Sub2', primaryAfter: 'Sub2' });
    expect(effects).not.toHaveProperty('primaryChangesOn');
    expect(kinds(effects.findingsSolved)).toEqual(['stranded']);
    expect(kinds(effects.findingsCreated)).toEqual([]);
  });

  it('create an over-assigned target where seats beyond the commitment are accepted', () => {
    const subscriptions = [
      aSubscription({ subscriptionId: 'Sub1', startsOn: '2024-01-01', seats: SEATS }),
      aSubscription({ subscriptionId: 'Sub2', expiresOn: '2029-01-01', seats: { 'standard-agent': 1 } }),
    ];
    const plan = aPlan(aPicture({ subscriptions, people: agents(2, { holds: { Sub1: 'standard-agent' } }) }), { acceptOverage: true });
    expect(kinds(plan.effects.findingsCreated)).toContain('over-assigned');
  });

  it('name who is primary on the day before the source ends and on that day, and no hand-over before it', () => {
    const subscriptions = [
      aSubscription({ subscriptionId: 'Sub0', startsOn: '2023-01-01', expiresOn: '2026-12-15' }),
      aSubscription({ subscriptionId: 'Sub1', startsOn: '2024-01-01' }),
      aSubscription({ subscriptionId: 'Sub2', expiresOn: '2029-01-01', seats: SEATS }),
    ];
    const picture = aPicture({ tenant: aTenant(), subscriptions, people: agents(1, { holds: { Sub1: 'standard-agent' } }) });
    expect(aPlan(picture).effects).toMatchObject({ primaryBefore: 'Sub1', primaryAfter: 'Sub2', primaryChangesOn: '2027-01-01' });
  });

  it('name no hand-over of another subscription, even where three follow each other', () => {
    const subscriptions = [
      aSubscription({ subscriptionId: 'Sub0', startsOn: '2023-01-01', expiresOn: '2027-01-01' }),
      aSubscription({ subscriptionId: 'Sub1', startsOn: '2024-01-01', expiresOn: '2027-03-01' }),
      aSubscription({ subscriptionId: 'Sub2', startsOn: '2025-01-01', expiresOn: '2029-01-01', seats: SEATS }),
    ];
    const { effects } = aPlan(aPicture({ subscriptions, people: agents(1, { holds: { Sub1: 'standard-agent' } }) }));
    expect(effects).toMatchObject({ primaryBefore: 'Sub1', primaryAfter: 'Sub2', primaryChangesOn: '2027-03-01' });
    expect(effects.liability.map(({ before, after, on }) => [before, after, on])).toEqual(Array(3).fill(['Sub1', 'Sub2', '2027-03-01']));
  });

  it('are none where nobody moves', () => {
    const subscriptions = [aSubscription({ subscriptionId: 'Sub1', startsOn: '2024-01-01' })];
    const { effects } = aPlan(aPicture({ subscriptions, people: agents(1, { holds: { Sub1: 'standard-agent' } }) }));
    const { liability: _liability, ...others } = effects;
    const nothing = { seats: [], cliffs: [], findingsSolved: [], findingsCreated: [] };
    expect(others).toEqual({ primaryBefore: 'Sub1', primaryChangesOn: '2027-01-01', ...nothing });
  });
});
