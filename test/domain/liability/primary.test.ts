import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#domain/days/day.ts';
import { primaryOn } from '#domain/liability/primary.ts';
import type { Subscription } from '#domain/subscriptions/subscription.ts';
import { gives } from '#test/domain/coverage/naive-coverage.ts';
import { aPicture, aSubscription, aTenant, FOUNDING_DAY, type SubscriptionOverrides, theFoundingExample } from '#test/support/builders.ts';
import { aRandomPicture, RANDOM_TODAY } from '#test/support/random-pictures.ts';

type Asked = {
  readonly subscriptions: readonly SubscriptionOverrides[];
  readonly day?: string;
  readonly today?: string;
  readonly primaryOverride?: string;
};

function primary({ subscriptions, day = '2026-12-02', today = '2026-12-02', primaryOverride }: Asked) {
  const tenant = aTenant(primaryOverride === undefined ? {} : { primaryOverride });
  const picture = aPicture({ tenant, subscriptions: subscriptions.map(aSubscription) });
  return primaryOn({ day: dayOf(day), today: dayOf(today), picture })?.subscriptionId;
}

const OLDER = { subscriptionId: 'Sub5', startsOn: '2024-01-01', expiresOn: '2027-01-01' } as const;
const YOUNGER = { subscriptionId: 'Sub1', startsOn: '2026-06-01', expiresOn: '2029-06-01' } as const;

describe('D14 primary', () => {
  it('is the oldest active subscription, whatever its id', () => {
    expect(primary({ subscriptions: [YOUNGER, OLDER] })).toBe('Sub5');
  });

  it('is, of two that started together, the one with the smaller id', () => {
    expect(primary({ subscriptions: [OLDER, { ...OLDER, subscriptionId: 'Sub2' }] })).toBe('Sub2');
  });

  it('becomes Subscription 2 in the founding example on the day Subscription 1 ends', () => {
    const primaryOnDay = (day: string) =>
      primaryOn({ day: dayOf(day), today: FOUNDING_DAY, picture: theFoundingExample() })?.subscriptionId;
    expect(primaryOnDay('2026-12-31')).toBe('Sub1');
    expect(primaryOnDay('2027-01-01')).toBe('Sub2');
    expect(primaryOnDay('2029-06-01')).toBeUndefined();
  });

  it.each([
    ['nothing', []],
    ['a planned one', [{ startsOn: '2027-06-01', expiresOn: '2028-06-01' }]],
    ['a suspended one', [{ suspendedOn: '2026-06-01' }]],
    ['one with unknown dates (D5)', [{ withoutTerms: true }]],
  ])('is nobody where there is only %s', (_, subscriptions) => {
    expect(primary({ subscriptions })).toBeUndefined();
  });

  it('goes back to an older subscription that was renewed (D15)', () => {
    const renewed = { ...OLDER, expiresOn: '2030-01-01' };
    expect(primary({ subscriptions: [OLDER, YOUNGER], day: '2027-06-01' })).toBe('Sub1');
    expect(primary({ subscriptions: [renewed, YOUNGER], day: '2027-06-01' })).toBe('Sub5');
  });

  it('is the one Control Hub shows, while that is active', () => {
    expect(primary({ subscriptions: [OLDER, YOUNGER], primaryOverride: 'Sub1' })).toBe('Sub1');
    expect(primary({ subscriptions: [OLDER, { ...YOUNGER, suspendedOn: '2026-07-01' }], primaryOverride: 'Sub1' })).toBe('Sub5');
    expect(primary({ subscriptions: [OLDER, YOUNGER], primaryOverride: 'Sub9' })).toBe('Sub5');
  });

  it('stays with a subscription that is expected to renew, until that is unconfirmed (D4)', () => {
    const renewing = { ...OLDER, renewal: 'auto' } as const;
    expect(primary({ subscriptions: [renewing, YOUNGER], day: '2027-06-01' })).toBe('Sub5');
    expect(primary({ subscriptions: [renewing, YOUNGER], day: '2027-06-01', today: '2027-01-01' })).toBe('Sub1');
  });

  it('is the oldest of those that a simulation finds active, for any picture and day', () => {
    fc.assert(
      fc.property(aRandomPicture, fc.nat(80), fc.option(fc.constantFrom('Sub2', 'Sub3'), { nil: undefined }), (random, ahead, override) => {
        const tenant = override === undefined ? aTenant() : aTenant({ primaryOverride: override });
        const picture = { ...random, tenant };
        const day = addDays(RANDOM_TODAY, ahead);
        const active = picture.subscriptions.filter((each) => each.terms !== undefined && gives(each, day, RANDOM_TODAY));
        const oldest = active.toSorted((left, right) => (ageOf(left) < ageOf(right) ? -1 : 1))[0]?.subscriptionId;
        const isActive = active.some(({ subscriptionId }) => subscriptionId === override);
        expect(primaryOn({ day, today: RANDOM_TODAY, picture })?.subscriptionId).toBe(isActive ? override : oldest);
      }),
      { numRuns: 500 },
    );
  });
});

function ageOf({ terms, subscriptionId }: Subscription): string {
  return `${terms?.startsOn} ${subscriptionId}`;
}
