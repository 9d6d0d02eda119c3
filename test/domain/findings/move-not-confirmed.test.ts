import { describe, expect, it } from 'vitest';
import { aPerson, aSubscription, type SubscriptionOverrides } from '#test/support/builders.ts';
import { findingsOfKind } from './find.ts';

const moving = (overrides: SubscriptionOverrides = {}) => ({
  subscriptions: [aSubscription(overrides), aSubscription({ subscriptionId: 'Sub2', expiresOn: '2029-06-01' })],
  people: [
    aPerson({ personId: 'moving', holds: { Sub1: 'standard-agent' }, moving: { from: 'Sub1', to: 'Sub2' } }),
    aPerson({ personId: 'still', holds: { Sub1: 'standard-agent' } }),
    aPerson({ personId: 'gone', status: 'inactive', holds: { Sub1: 'standard-agent' }, moving: { from: 'Sub1', to: 'Sub2' } }),
  ],
});

describe('R1 move not confirmed', () => {
  it.each([
    ['a warning before', '2026-12-28', 'warning'],
    ['critical from 3 days before the end', '2026-12-29', 'critical'],
    ['critical after it', '2027-02-01', 'critical'],
  ])('keeps the old subscription’s ladder: %s', (_, today, severity) => {
    expect(findingsOfKind('move-not-confirmed', { ...moving(), today })).toEqual([
      { kind: 'move-not-confirmed', severity, subject: { subscriptionId: 'Sub1' }, on: '2027-01-01', people: ['moving'], admins: 0 },
    ]);
  });

  it.each([
    ['no end is expected', { renewal: 'auto' as const }],
    ['the end is unknown', { withoutTerms: true }],
  ])('has no date where %s', (_, overrides) => {
    const [finding] = findingsOfKind('move-not-confirmed', moving(overrides));
    expect(finding).toMatchObject({ severity: 'warning', people: ['moving'] });
    expect(finding).not.toHaveProperty('on');
  });

  it('ends when nobody is moving any more', () => {
    const { subscriptions } = moving();
    const people = [aPerson({ holds: { Sub2: 'standard-agent' } })];
    expect(findingsOfKind('move-not-confirmed', { subscriptions, people })).toEqual([]);
  });
});
