import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOfMonth } from '#domain/days/month.ts';
import { idOf } from '#domain/ids.ts';
import { accountOf } from '#domain/liability/account.ts';
import { committedOn } from '#domain/liability/overage.ts';
import { USAGE_TYPES } from '#domain/liability/usage.ts';
import { isActiveOn } from '#domain/subscriptions/status.ts';
import { aPicture, aSubscription, FOUNDING_DAY } from '#test/support/builders.ts';
import { aRandomPicture, RANDOM_TODAY } from '#test/support/random-pictures.ts';

const someUsage = fc.uniqueArray(
  fc.record({
    subscriptionId: fc.constantFrom('Sub1', 'Sub2', 'Sub3').map(idOf.subscription),
    type: fc.constantFrom(...USAGE_TYPES),
    quantity: fc.nat(20),
  }),
  { selector: ({ subscriptionId, type }) => `${subscriptionId} ${type}` },
);

describe("D17 a month's account", () => {
  it('charges the overage of a type in full to one subscription that is active that day, or to none, and shares out what was used', () => {
    fc.assert(
      fc.property(aRandomPicture, someUsage, (picture, usage) => {
        const seen = { picture, day: RANDOM_TODAY, today: RANDOM_TODAY };
        const { items } = accountOf(usage, seen);
        for (const { type, used, overage, paidBy, bySubscription } of items) {
          expect(overage).toBe(Math.max(0, used - committedOn(type, seen)));
          expect(bySubscription.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(used);
          const payer = picture.subscriptions.find(({ subscriptionId }) => subscriptionId === paidBy);
          expect(paidBy === undefined || (payer !== undefined && isActiveOn(RANDOM_TODAY, payer))).toBe(true);
        }
        expect(items.reduce((sum, { used }) => sum + used, 0)).toBe(usage.reduce((sum, { quantity }) => sum + quantity, 0));
      }),
    );
  });

  it('D16 leaves Webex Connect where it was made when nothing is active', () => {
    const picture = aPicture({ subscriptions: [aSubscription({ expiresOn: '2026-02-01' })] });
    const usage = [{ subscriptionId: idOf.subscription('Sub1'), type: 'connect', quantity: 3 }] as const;
    expect(accountOf(usage, { picture, day: FOUNDING_DAY, today: FOUNDING_DAY }).items).toEqual([
      { type: 'connect', used: 3, committed: 0, overage: 3, bySubscription: [{ subscriptionId: 'Sub1', quantity: 3 }] },
    ]);
  });

  it.each([
    ['2026-11', '2026-11-30'],
    ['2028-02', '2028-02-29'],
    ['2026-12', '2026-12-31'],
  ])('of %s is held against %s', (month, last) => {
    expect(daysOfMonth(month)).toEqual({ first: `${month}-01`, last });
  });
});
