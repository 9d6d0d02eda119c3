import { describe, expect, it } from 'vitest';
import { dayOf } from '#domain/days/day.ts';
import { isTelephonyMismatch, telephonyOf } from '#domain/subscriptions/telephony.ts';
import { aSubscription } from '#test/support/builders.ts';

const today = dayOf('2026-12-02');
const first = { subscriptionId: 'Sub5', startsOn: '2020-01-01', expiresOn: '2021-01-01', telephony: 'vpop' } as const;
const second = { subscriptionId: 'Sub1', startsOn: '2025-01-01', telephony: 'webex-calling' } as const;

describe('D21 one telephony option', () => {
  it('is that of the subscription that started first, even after it lapsed', () => {
    expect(telephonyOf([aSubscription(second), aSubscription(first)], today)).toEqual({ telephony: 'vpop', chosenBy: 'Sub5' });
  });

  it('is not that of a cancelled one', () => {
    const cancelled = aSubscription({ ...first, cancelledOn: '2020-06-01' });
    expect(telephonyOf([cancelled, aSubscription(second)], today)).toEqual({ telephony: 'webex-calling', chosenBy: 'Sub1' });
  });

  it('is still that of one whose cancellation is ahead', () => {
    const ending = aSubscription({ ...first, expiresOn: '2028-01-01', cancelledOn: '2026-12-03' });
    expect(telephonyOf([ending, aSubscription(second)], today)?.chosenBy).toBe('Sub5');
  });

  it('is, of two that started together, that of the smaller id', () => {
    const twin = aSubscription({ ...second, subscriptionId: 'Sub2', telephony: 'bundled-pstn' });
    expect(telephonyOf([twin, aSubscription(second)], today)?.chosenBy).toBe('Sub1');
  });

  it('waits for subscriptions without terms', () => {
    expect(telephonyOf([aSubscription({ withoutTerms: true })], today)).toBeUndefined();
    expect(telephonyOf([], today)).toBeUndefined();
  });

  it.each([
    ['another option', {}, true],
    ['the same option', { telephony: 'vpop' as const }, false],
    ['another option, planned', { startsOn: '2027-06-01', expiresOn: '2028-06-01' }, true],
    ['another option, lapsed', { expiresOn: '2026-12-01' }, false],
    ['another option, cancelled', { cancelledOn: '2026-12-01' }, false],
    ['no terms yet', { withoutTerms: true }, false],
  ])('is missed by a subscription with %s', (_, overrides, expected) => {
    const choice = { telephony: 'vpop', chosenBy: aSubscription(first).subscriptionId } as const;
    expect(isTelephonyMismatch({ subscription: aSubscription({ ...second, ...overrides }), choice, today })).toBe(expected);
  });
});
