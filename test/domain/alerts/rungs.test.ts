import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTighter, ladderOf, type Rung, rungOf } from '#domain/alerts/rungs.ts';
import { TENANT_DEFAULTS } from '#domain/tenants/tenant.ts';
import { aSubscription, aTenant } from '#test/support/builders.ts';

const DEFAULT = TENANT_DEFAULTS.ladder;

describe('C4 rungs before the end', () => {
  it.each([
    ['a year ahead nobody is told', 365, undefined],
    ['91 days ahead nobody is told yet', 91, undefined],
    ['on the 90th day the widest rung', 90, 90],
    ['89 days ahead it is still that rung', 89, 90],
    ['61 days ahead, too', 61, 90],
    ['on the 60th day the next', 60, 60],
    ['31 days ahead', 31, 60],
    ['30 days ahead', 30, 30],
    ['15 days ahead', 15, 30],
    ['14 days ahead', 14, 14],
    ['8 days ahead', 8, 14],
    ['a week ahead', 7, 7],
    ['4 days ahead', 4, 7],
    ['3 days ahead', 3, 3],
    ['2 days ahead', 2, 2],
    ['the day before', 1, 1],
    ['on the day', 0, 0],
  ])('%s', (_case, daysLeft, expected) => {
    expect(rungOf({ daysLeft, ladder: DEFAULT, peopleConcerned: 3 })).toBe(expected);
  });
});

describe('C4 rungs after the end, while people are stranded', () => {
  it.each([
    ['the day after', -1, -1],
    ['two days after', -2, -2],
    ['a fortnight after', -14, -14],
    ['15 days after it is still that rung', -15, -14],
    ['20 days after, too', -20, -14],
    ['three weeks after', -21, -21],
    ['22 days after', -22, -21],
    ['27 days after', -27, -21],
    ['four weeks after', -28, -28],
    ['a year after, every seventh day', -365, -364],
  ])('%s', (_case, daysLeft, expected) => {
    expect(rungOf({ daysLeft, ladder: DEFAULT, peopleConcerned: 3 })).toBe(expected);
  });

  it('end with the ladder where nobody is without access', () => {
    expect(rungOf({ daysLeft: -5, ladder: DEFAULT, peopleConcerned: 0 })).toBe(0);
    expect(rungOf({ daysLeft: -500, ladder: [30, 7], peopleConcerned: 0 })).toBe(7);
  });
});

describe('C4 ladders', () => {
  it.each([
    ['a tenant has its own', 'access-ends', undefined, [45, 10], [45, 10]],
    ['a subscription has its own, which wins', 'access-ends', [20], [45, 10], [20]],
    ['a renewal is always reminded of at 30, 7 and 1', 'renewal-ahead', [20], [45, 10], [30, 7, 1]],
    ['an unconfirmed renewal keeps the subscription’s', 'renewal-unconfirmed', [20], [45, 10], [20]],
    ['an unconfirmed move keeps the old subscription’s', 'move-not-confirmed', [20], [45, 10], [20]],
  ] as const)('%s', (_case, kind, own, tenants, expected) => {
    const subscription = aSubscription(own === undefined ? {} : { ladder: own });
    expect(ladderOf({ kind, subscription, tenant: aTenant({ ladder: tenants }) })).toEqual(expected);
  });

  it('need not be in order', () => {
    expect(rungOf({ daysLeft: 8, ladder: [1, 30, 7, 14], peopleConcerned: 1 })).toBe(14);
  });

  it('that stop early keep their last rung until the end', () => {
    expect(rungOf({ daysLeft: 0, ladder: [30, 7], peopleConcerned: 1 })).toBe(7);
  });
});

describe('C4 a tighter rung', () => {
  it.each<[string, Rung, Rung, boolean]>([
    ['a smaller one is', 30, 60, true],
    ['the same one is not', 30, 30, false],
    ['a wider one, from a ladder that was changed, is not', 60, 30, false],
    ['a day after the end is', -1, 0, true],
    ['what is told once is never tighter', 'once', 30, false],
    ['a date where there was none is', 30, 'once', true],
  ])('%s', (_case, rung, told, expected) => {
    expect(isTighter(rung, told)).toBe(expected);
  });
});

describe('C4 any ladder', () => {
  const aLadder = fc.uniqueArray(fc.nat(120), { minLength: 1, maxLength: 10 });

  it('names the smallest rung that is not below the days left', () => {
    fc.assert(
      fc.property(aLadder, fc.nat(150), (ladder, daysLeft) => {
        const rung = rungOf({ daysLeft, ladder, peopleConcerned: 1 });
        const reached = ladder.filter((each) => each >= daysLeft);
        expect(rung).toBe(reached.length === 0 ? undefined : Math.min(...reached));
      }),
    );
  });

  it('only ever gets tighter as days go by', () => {
    fc.assert(
      fc.property(aLadder, fc.integer({ min: -100, max: 150 }), fc.integer({ min: 1, max: 40 }), (ladder, daysLeft, later) => {
        const first = rungOf({ daysLeft, ladder, peopleConcerned: 1 }) ?? Number.POSITIVE_INFINITY;
        const second = rungOf({ daysLeft: daysLeft - later, ladder, peopleConcerned: 1 }) ?? Number.POSITIVE_INFINITY;
        expect(second).toBeLessThanOrEqual(first);
      }),
    );
  });
});
