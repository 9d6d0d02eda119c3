import { describe, expect, it } from 'vitest';
import { dayOf, OPEN_END } from '#domain/days/day.ts';
import {
  daysLeft,
  endsOn,
  endToLeaveBy,
  expectedEnd,
  givesAccessToday,
  isActiveOn,
  isExpectedActiveOn,
  isOverOn,
  statusOn,
  willRenew,
} from '#domain/subscriptions/status.ts';
import { aSubscription } from '#test/support/builders.ts';

const YEAR = { startsOn: '2026-01-01', expiresOn: '2027-01-01' };

describe('D1 the end', () => {
  it.each([
    ['expiry alone', {}, '2027-01-01'],
    ['a suspension before it', { suspendedOn: '2026-11-01' }, '2026-11-01'],
    ['a cancellation before it', { cancelledOn: '2026-10-01', suspendedOn: '2026-11-01' }, '2026-10-01'],
    ['a cancellation after it', { cancelledOn: '2027-06-01' }, '2027-01-01'],
    ['a suspension an import saw', { suspendedSeenOn: '2026-09-01', suspendedOn: '2026-11-01' }, '2026-09-01'],
    ['unknown dates', { withoutTerms: true }, undefined],
    ['unknown dates and a suspension an import saw', { withoutTerms: true, suspendedSeenOn: '2026-09-01' }, '2026-09-01'],
  ])('is the earliest day that ends it: %s', (_, overrides, expected) => {
    expect(endsOn(aSubscription({ ...YEAR, ...overrides }))).toBe(expected);
  });

  it.each([
    ['30 days before', '2026-12-02', 30],
    ['on the day', '2027-01-01', 0],
    ['a week after', '2027-01-08', -7],
  ])('is so many days away: %s', (_, today, expected) => {
    expect(daysLeft(aSubscription(YEAR), dayOf(today))).toBe(expected);
  });

  it('is no number of days away while the dates are unknown', () => {
    expect(daysLeft(aSubscription({ withoutTerms: true }), dayOf('2026-12-02'))).toBeUndefined();
  });
});

describe('D2 active', () => {
  it.each([
    ['the day before it starts', '2025-12-31', false],
    ['the day it starts', '2026-01-01', true],
    ['its last day', '2026-12-31', true],
    ['the day it expires', '2027-01-01', false],
  ])('%s', (_, day, expected) => {
    expect(isActiveOn(dayOf(day), aSubscription(YEAR))).toBe(expected);
  });

  it.each([
    ['suspended', { suspendedOn: '2026-06-01' }],
    ['seen suspended', { suspendedSeenOn: '2026-06-01' }],
    ['cancelled', { cancelledOn: '2026-06-01' }],
  ])('not from the day it is %s', (_, overrides) => {
    expect(isActiveOn(dayOf('2026-05-31'), aSubscription(overrides))).toBe(true);
    expect(isActiveOn(dayOf('2026-06-01'), aSubscription(overrides))).toBe(false);
  });
});

describe('D3 status', () => {
  it.each([
    ['before its start', {}, '2025-12-31', 'planned'],
    ['within its term', {}, '2026-06-01', 'active'],
    ['from its expiry', {}, '2027-01-01', 'lapsed'],
    ['suspended and expired', { suspendedOn: '2026-06-01' }, '2028-01-01', 'suspended'],
    ['cancelled, suspended and expired', { suspendedOn: '2026-06-01', cancelledOn: '2026-07-01' }, '2028-01-01', 'cancelled'],
    ['suspended, and cancelled later', { suspendedOn: '2026-06-01', cancelledOn: '2026-07-01' }, '2026-06-30', 'suspended'],
    ['cancelled before its start', { cancelledOn: '2025-12-01' }, '2025-12-31', 'cancelled'],
    ['without dates', { withoutTerms: true }, '2026-06-01', 'dates-unknown'],
    ['without dates and seen suspended', { withoutTerms: true, suspendedSeenOn: '2026-06-01' }, '2026-06-01', 'suspended'],
    ['renewing by itself, and nobody moved the day', { renewal: 'auto' as const }, '2027-01-01', 'lapsed'],
  ])('%s', (_, overrides, day, expected) => {
    expect(statusOn(dayOf(day), aSubscription({ ...YEAR, ...overrides }))).toBe(expected);
  });

  it('calls over what lapsed or was cancelled, but not what is suspended, planned or unknown', () => {
    const today = dayOf('2027-01-01');
    expect(isOverOn(today, aSubscription(YEAR))).toBe(true);
    expect(isOverOn(today, aSubscription({ cancelledOn: '2026-06-01', expiresOn: '2028-01-01' }))).toBe(true);
    expect(isOverOn(today, aSubscription({ suspendedOn: '2026-06-01', expiresOn: '2028-01-01' }))).toBe(false);
    expect(isOverOn(today, aSubscription({ startsOn: '2027-06-01', expiresOn: '2028-06-01' }))).toBe(false);
    expect(isOverOn(today, aSubscription({ withoutTerms: true }))).toBe(false);
  });
});

describe('D20 over', () => {
  it.each([
    ['suspended within its term', { suspendedOn: '2026-06-01' }, '2026-12-31', false],
    ['suspended, and its term has passed', { suspendedOn: '2026-06-01' }, '2027-01-01', true],
    ['lapsed, and seen suspended afterwards', { suspendedSeenOn: '2027-01-05' }, '2027-01-05', true],
    ['renewing by itself, and not moved forward', { renewal: 'auto' as const }, '2027-01-01', true],
    ['to be cancelled', { cancelledOn: '2026-06-02' }, '2026-06-01', false],
  ])('is, or is not, what is %s', (_, overrides, day, expected) => {
    expect(isOverOn(dayOf(day), aSubscription({ ...YEAR, ...overrides }))).toBe(expected);
  });
});

describe('P1 the end to leave by', () => {
  it.each([
    ['renewed by hand: its end', { suspendedOn: '2026-12-24' }, '2026-12-24'],
    ['renewing by itself: the day of renewal', { renewal: 'auto' as const }, '2027-01-01'],
    ['renewing by itself and cancelled later: the cancellation', { renewal: 'auto' as const, cancelledOn: '2027-06-01' }, '2027-06-01'],
    ['of unknown dates: none', { withoutTerms: true }, undefined],
  ])('is, of a subscription %s', (_, overrides, expected) => {
    expect(endToLeaveBy(aSubscription({ ...YEAR, ...overrides }), dayOf('2026-12-02'))).toBe(expected);
  });
});

describe('D4 renewal', () => {
  const AUTO = { ...YEAR, renewal: 'auto' } as const;

  it.each([
    ['by hand: its expiry', { ...YEAR }, '2026-12-02', '2027-01-01'],
    ['by itself: no end in sight', AUTO, '2026-12-31', OPEN_END],
    ['by itself, unconfirmed on the day: its expiry', AUTO, '2027-01-01', '2027-01-01'],
    ['by itself, with a cancellation ahead: that', { ...AUTO, cancelledOn: '2027-06-01' }, '2026-12-02', '2027-06-01'],
    ['by itself, with a suspension ahead: that', { ...AUTO, suspendedOn: '2026-12-24' }, '2026-12-02', '2026-12-24'],
    ['unknown dates: nobody knows', { withoutTerms: true, renewal: 'auto' as const }, '2026-12-02', undefined],
  ])('is expected to end, renewing %s', (_, overrides, today, expected) => {
    expect(expectedEnd(aSubscription(overrides), dayOf(today))).toBe(expected);
  });

  it('is ahead only for what renews by itself and has not reached the day', () => {
    expect(willRenew(aSubscription(AUTO), dayOf('2026-12-31'))).toBe(true);
    expect(willRenew(aSubscription(AUTO), dayOf('2027-01-01'))).toBe(false);
    expect(willRenew(aSubscription(YEAR), dayOf('2026-12-31'))).toBe(false);
  });

  it.each([
    ['goes on after the renewal, seen from before it', AUTO, '2028-06-01', '2026-12-02', true],
    ['has ended, once the day has passed unconfirmed', AUTO, '2028-06-01', '2027-01-01', false],
    ['is bounded by a cancellation', { ...AUTO, cancelledOn: '2027-06-01' }, '2027-06-01', '2026-12-02', false],
    ['has not begun before its start', AUTO, '2025-12-31', '2025-12-01', false],
    ['ends where nobody renews it', YEAR, '2027-01-01', '2026-12-02', false],
    ['is never expected with unknown dates', { withoutTerms: true }, '2026-12-02', '2026-12-02', false],
  ])('%s', (_, overrides, day, today, expected) => {
    expect(isExpectedActiveOn({ day: dayOf(day), today: dayOf(today), subscription: aSubscription(overrides) })).toBe(expected);
  });
});

describe('D5 unknown dates', () => {
  it('give access today', () => {
    expect(givesAccessToday(aSubscription({ withoutTerms: true }), dayOf('2026-12-02'))).toBe(true);
  });

  it('give none once an import saw the subscription suspended', () => {
    expect(givesAccessToday(aSubscription({ withoutTerms: true, suspendedSeenOn: '2026-12-02' }), dayOf('2026-12-02'))).toBe(false);
  });
});
