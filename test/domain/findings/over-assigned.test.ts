import { describe, expect, it } from 'vitest';
import { agents, aSubscription } from '#test/support/builders.ts';
import { findingsOfKind } from './find.ts';

const people = agents(3, { holds: { Sub1: ['standard-agent', 'wfo'] } });

describe('D24 over-assigned', () => {
  it('is one warning for a subscription, with the kinds that more people hold than it commits', () => {
    const subscriptions = [aSubscription({ seats: { 'standard-agent': 2, wfo: 3, 'premium-agent': 1 } })];
    expect(findingsOfKind('over-assigned', { subscriptions, people })).toEqual([
      {
        kind: 'over-assigned',
        severity: 'warning',
        subject: { subscriptionId: 'Sub1' },
        seats: [{ kind: 'standard-agent', committed: 2, assigned: 3 }],
      },
    ]);
  });

  it('counts inactive people, who hold seats all the same', () => {
    const inactive = agents(3, { status: 'inactive', holds: { Sub1: 'standard-agent' } });
    expect(
      findingsOfKind('over-assigned', { subscriptions: [aSubscription({ seats: { 'standard-agent': 2 } })], people: inactive }),
    ).toHaveLength(1);
  });

  it.each([
    ['where sign-ins are limited, not assignments', { licensing: 'concurrent' as const }],
    ['where agents are committed as a whole (D17)', { seats: { agents: 1 } }],
    ['before anybody entered terms', { withoutTerms: true }],
    ['before anybody entered commitments', { seats: {} }],
    ['of a subscription that is suspended and past its term', { suspendedOn: '2026-06-01', expiresOn: '2026-12-02' }],
    ['of a subscription that has lapsed', { expiresOn: '2026-12-02' }],
    ['of a subscription that was cancelled', { cancelledOn: '2026-12-02' }],
  ])('does not hold %s', (_, overrides) => {
    const subscriptions = [aSubscription({ seats: { 'standard-agent': 2 }, ...overrides })];
    expect(findingsOfKind('over-assigned', { subscriptions, people })).toEqual([]);
  });

  it.each([
    ['suspended within its term', { suspendedOn: '2026-06-01' }],
    ['planned', { startsOn: '2027-06-01', expiresOn: '2028-06-01' }],
  ])('holds of a subscription that is %s', (_, overrides) => {
    const subscriptions = [aSubscription({ seats: { 'standard-agent': 2 }, ...overrides })];
    expect(findingsOfKind('over-assigned', { subscriptions, people })).toMatchObject([
      {
        seats: [
          { kind: 'standard-agent', committed: 2, assigned: 3 },
          { kind: 'wfo', committed: 0, assigned: 3 },
        ],
      },
    ]);
  });

  it('does not hold when exactly as many people hold a kind as are committed', () => {
    const subscriptions = [aSubscription({ seats: { 'standard-agent': 3, wfo: 3 } })];
    expect(findingsOfKind('over-assigned', { subscriptions, people })).toEqual([]);
  });
});
