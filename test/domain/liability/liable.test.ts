import { describe, expect, it } from 'vitest';
import { dayOf } from '#domain/days/day.ts';
import { cliffsBetween } from '#domain/liability/cliffs.ts';
import { liableOn } from '#domain/liability/liable.ts';
import { committedOn, overageOf } from '#domain/liability/overage.ts';
import type { UsageType } from '#domain/liability/usage.ts';
import type { Subscription } from '#domain/subscriptions/subscription.ts';
import { aPicture, aSubscription } from '#test/support/builders.ts';

const TODAY = dayOf('2026-06-01');

describe('D17 overage', () => {
  const picture = aPicture({
    subscriptions: [
      aSubscription({
        subscriptionId: 'Sub1',
        startsOn: '2024-01-01',
        expiresOn: '2027-01-01',
        commitments: [{ kind: 'premium-agent', quantity: 10 }],
      }),
      aSubscription({
        subscriptionId: 'Sub2',
        startsOn: '2025-01-01',
        expiresOn: '2028-01-01',
        commitments: [{ kind: 'standard-agent', quantity: 15 }],
      }),
    ],
    usage: { month: '2026-05', used: { agents: 27 } },
  });
  const seen = { day: TODAY, today: TODAY, picture };

  it.each([
    ['24 of 10 + 15 agents are used', 24, 0],
    ['25 are', 25, 0],
    ['27 are, even if one department alone exceeded its own 10', 27, 2],
  ])('is of the whole tenant: where %s', (_, used, overage) => {
    expect(overageOf({ used, committed: committedOn('agents', seen) })).toBe(overage);
  });

  it('is charged in full to the primary', () => {
    expect(liableOn('agents', seen)?.subscriptionId).toBe('Sub1');
  });

  it('D19 grows at the seat cliff on the day a subscription ends, and the next primary pays', () => {
    expect(cliffsBetween({ picture, today: TODAY, from: TODAY, to: dayOf('2027-12-31') })).toEqual([
      { on: '2027-01-01', type: 'agents', before: 25, after: 15, used: 27, overage: 12, paidBy: 'Sub2' },
    ]);
  });
});

describe('D18 liability', () => {
  const a = (overrides: Parameters<typeof aSubscription>[0] = {}) =>
    aSubscription({
      subscriptionId: 'SubA',
      startsOn: '2022-01-01',
      expiresOn: '2026-01-01',
      commitments: typesSince('2022-01-01', 'ai-agent', 'ai-assistant'),
      ...overrides,
    });
  const b = aSubscription({
    subscriptionId: 'SubB',
    startsOn: '2024-01-01',
    expiresOn: '2029-01-01',
    commitments: typesSince('2024-01-01', 'ai-agent', 'ai-assistant'),
  });
  const c = aSubscription({
    subscriptionId: 'SubC',
    startsOn: '2026-01-01',
    expiresOn: '2029-01-01',
    commitments: typesSince('2026-01-01', 'ai-agent', 'ai-assistant', 'ivr-outbound'),
  });

  it('is with A, the older one, while it is active', () => {
    expect(payers([a(), b, c], '2025-12-31')).toEqual({ 'ai-agent': 'SubA', 'ai-assistant': 'SubA', 'ivr-outbound': undefined });
  });

  it('passes to B for AI and to C for ivr-outbound when A lapses and C comes', () => {
    expect(payers([a(), b, c], '2026-06-01')).toEqual({ 'ai-agent': 'SubB', 'ai-assistant': 'SubB', 'ivr-outbound': 'SubC' });
  });

  it('comes back to A for AI when A is renewed, now also with ivr-outbound; C stays liable for that', () => {
    const renewed = a({
      expiresOn: '2029-01-01',
      commitments: [...typesSince('2022-01-01', 'ai-agent', 'ai-assistant'), ...typesSince('2026-06-01', 'ivr-outbound')],
    });
    expect(payers([renewed, b, c], '2026-06-01')).toEqual({ 'ai-agent': 'SubA', 'ai-assistant': 'SubA', 'ivr-outbound': 'SubC' });
  });
});

function typesSince(since: string, ...types: readonly UsageType[]) {
  return types.map((kind) => ({ kind, quantity: 1, since: dayOf(since) }));
}

function payers(subscriptions: readonly Subscription[], day: string) {
  const seen = { day: dayOf(day), today: TODAY, picture: aPicture({ subscriptions }) };
  const types = ['ai-agent', 'ai-assistant', 'ivr-outbound'] as const;
  return Object.fromEntries(types.map((type) => [type, liableOn(type, seen)?.subscriptionId]));
}
