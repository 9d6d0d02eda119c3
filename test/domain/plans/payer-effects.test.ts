import { describe, expect, it } from 'vitest';
import type { LatestUsage } from '#domain/liability/usage.ts';
import { agents, aPicture, aSubscription, type SubscriptionOverrides } from '#test/support/builders.ts';
import { aPlan } from '#test/support/plans.ts';

const PEOPLE = agents(2, { holds: { Sub1: 'standard-agent' } });
const USED_27: LatestUsage = { month: '2026-11', used: { agents: 27 } };

/** Sub1 commits 10 seats and ends with the year; Sub2 commits 15, and goes on. */
function tenant({ source = {}, usage }: { readonly source?: SubscriptionOverrides; readonly usage?: LatestUsage } = {}) {
  const subscriptions = [
    aSubscription({ subscriptionId: 'Sub1', startsOn: '2024-01-01', seats: { 'standard-agent': 10 }, ...source }),
    aSubscription({ subscriptionId: 'Sub2', startsOn: '2025-01-01', expiresOn: '2029-01-01', seats: { 'standard-agent': 15 } }),
  ];
  return aPicture({ subscriptions, people: PEOPLE, ...(usage !== undefined && { usage }) });
}

describe('P7 what the end of the source does to who pays', () => {
  it('is a seat cliff, and overage that the next primary pays: 10 + 15 committed, 27 used', () => {
    expect(aPlan(tenant({ usage: USED_27 })).effects).toMatchObject({
      liability: [
        { type: 'agents', before: 'Sub1', after: 'Sub2', on: '2027-01-01' },
        { type: 'ivr', before: 'Sub1', after: 'Sub2', on: '2027-01-01' },
        { type: 'connect', before: 'Sub1', after: 'Sub2', on: '2027-01-01' },
      ],
      cliffs: [{ on: '2027-01-01', type: 'agents', before: 25, after: 15, used: 27, overage: 12, paidBy: 'Sub2' }],
    });
  });

  it('names no overage where nobody knows what is used', () => {
    expect(aPlan(tenant()).effects.cliffs).toEqual([{ on: '2027-01-01', type: 'agents', before: 25, after: 15, paidBy: 'Sub2' }]);
  });

  it('is the same whichever target is chosen, and no part of what a plan is called by (P6)', () => {
    const [known, unknown] = [aPlan(tenant({ usage: USED_27 }), { to: 'Sub2' }), aPlan(tenant(), { to: 'Sub2' })];
    expect(known.effects.cliffs).toEqual(aPlan(tenant({ usage: USED_27 })).effects.cliffs);
    expect(known.planHash).toBe(unknown.planHash);
  });

  it('is told per usage type, and no hand-over before that day is', () => {
    const typed = (subscriptionId: string, overrides: SubscriptionOverrides, ...kinds: readonly string[]) =>
      aSubscription({ subscriptionId, ...overrides, commitments: kinds.map((kind) => ({ kind, quantity: 1 })) });
    const subscriptions = [
      typed('Sub1', { startsOn: '2022-01-01' }, 'ai-agent', 'ivr-outbound'),
      typed('Sub2', { startsOn: '2023-01-01', expiresOn: '2026-12-15' }, 'ai-agent', 'ai-assistant'),
      typed('Sub3', { startsOn: '2024-01-01', expiresOn: '2029-01-01' }, 'ai-agent', 'ai-assistant'),
    ];
    const { effects } = aPlan(aPicture({ subscriptions, people: PEOPLE }));
    expect(effects.liability.filter(({ type }) => !['agents', 'ivr', 'connect'].includes(type))).toEqual([
      { type: 'ai-agent', before: 'Sub1', after: 'Sub3', on: '2027-01-01' },
      { type: 'ivr-outbound', before: 'Sub1', on: '2027-01-01' },
    ]);
    expect(effects.cliffs.map(({ type, before, after, paidBy }) => [type, before, after, paidBy])).toEqual([
      ['ai-agent', 2, 1, 'Sub3'],
      ['ivr-outbound', 1, 0, undefined],
    ]);
  });

  it.each([
    ['has ended already', { expiresOn: '2026-11-01' }],
    ['is set to renew', { renewal: 'auto' }],
    ['has dates that nobody knows', { withoutTerms: true }],
  ] as const)('is nothing where the source %s', (_case, source) => {
    expect(aPlan(tenant({ source, usage: USED_27 })).effects).toMatchObject({ liability: [], cliffs: [] });
  });
});
