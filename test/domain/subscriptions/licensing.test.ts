import { describe, expect, it } from 'vitest';
import { dayOf } from '#domain/days/day.ts';
import { licensingClash } from '#domain/subscriptions/licensing.ts';
import { aSubscription, type SubscriptionOverrides } from '#test/support/builders.ts';

const today = dayOf('2026-12-02');
const entered = aSubscription({ subscriptionId: 'Sub9', licensing: 'concurrent' });
const clashWith = (...others: readonly SubscriptionOverrides[]) =>
  licensingClash({ subscription: entered, others: others.map((overrides) => aSubscription(overrides)), today });

describe('D20 one licensing model', () => {
  it('lets subscriptions of one model stand side by side', () => {
    expect(clashWith({ licensing: 'concurrent' })).toBeUndefined();
  });

  it.each([
    ['an active one', {}],
    ['a planned one', { startsOn: '2027-06-01', expiresOn: '2028-06-01' }],
    ['a suspended one', { suspendedOn: '2026-06-01' }],
    ['one whose cancellation is ahead', { cancelledOn: '2026-12-03' }],
  ])('names the subscription it would mix with: %s', (_, overrides) => {
    expect(clashWith({ subscriptionId: 'Sub1', licensing: 'named', ...overrides })).toBe('Sub1');
  });

  it.each([
    ['lapsed', { expiresOn: '2026-12-02' }],
    ['cancelled', { cancelledOn: '2026-12-02' }],
    ['suspended and past its term', { suspendedOn: '2026-06-01', expiresOn: '2026-12-02' }],
    ['lapsed and seen suspended afterwards', { suspendedSeenOn: '2026-12-02', expiresOn: '2026-12-01' }],
    ['without terms', { withoutTerms: true }],
  ])('does not mind one that is %s', (_, overrides) => {
    expect(clashWith({ licensing: 'named', ...overrides })).toBeUndefined();
  });

  it('holds for a planned subscription, and not for one that is over', () => {
    const others = [aSubscription({ subscriptionId: 'Sub1', licensing: 'named' })];
    const planned = aSubscription({ subscriptionId: 'Sub9', licensing: 'concurrent', startsOn: '2028-01-01', expiresOn: '2029-01-01' });
    const over = aSubscription({ subscriptionId: 'Sub9', licensing: 'concurrent', startsOn: '2020-01-01', expiresOn: '2021-01-01' });
    expect(licensingClash({ subscription: planned, others, today })).toBe('Sub1');
    expect(licensingClash({ subscription: over, others, today })).toBeUndefined();
  });

  it('lets a subscription change its own model', () => {
    expect(clashWith({ subscriptionId: 'Sub9', licensing: 'named' })).toBeUndefined();
  });

  it('names the oldest of several, in whatever order they come', () => {
    const older = { subscriptionId: 'Sub5', licensing: 'named', startsOn: '2024-01-01' } as const;
    const younger = { subscriptionId: 'Sub1', licensing: 'named', startsOn: '2025-01-01' } as const;
    expect(clashWith(younger, older)).toBe('Sub5');
    expect(clashWith(older, younger)).toBe('Sub5');
  });

  it('waits for a subscription whose terms nobody has entered', () => {
    const seen = aSubscription({ subscriptionId: 'Sub9', withoutTerms: true });
    expect(licensingClash({ subscription: seen, others: [aSubscription({ licensing: 'named' })], today })).toBeUndefined();
  });
});
