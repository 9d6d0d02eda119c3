import { describe, expect, it } from 'vitest';
import { coverageOf } from '#domain/coverage/coverage-of.ts';
import { horizonsFrom, subscriptionsById } from '#domain/coverage/covered-through.ts';
import { dayOf } from '#domain/days/day.ts';
import { findingsOf } from '#domain/findings/find-all.ts';
import { cliffsBetween } from '#domain/liability/cliffs.ts';
import { payersBetween } from '#domain/liability/payers.ts';
import { primaryOn } from '#domain/liability/primary.ts';
import type { TenantPicture } from '#domain/tenants/picture.ts';
import { aFullAdmin, aPerson, FOUNDING_DAY, theFoundingExample } from '#test/support/builders.ts';

const LAST_DAY = dayOf('2027-01-01');
const BOTH = ['customer-admin-1', 'agent-1'];

function moved(): TenantPicture {
  return {
    ...theFoundingExample(),
    people: [
      aPerson({ personId: 'agent-1', holds: { Sub2: 'standard-agent' } }),
      aFullAdmin({ personId: 'customer-admin-1', holds: { Sub2: 'premium-agent' } }),
    ],
  };
}

function lastDaysIn({ people, subscriptions }: TenantPicture) {
  return people
    .map(horizonsFrom({ subscriptions: subscriptionsById(subscriptions), today: FOUNDING_DAY }))
    .map((horizon) => (horizon.coverage === 'until' ? horizon.coveredThrough : undefined));
}

describe('the founding example (D7, D8, D9, D10, D11, D14, D25)', () => {
  it('puts both people at risk for 30 days, although the tenant has an active subscription until 2029', () => {
    expect(lastDaysIn(theFoundingExample())).toEqual(['2026-12-31', '2026-12-31']);
    expect(coverageOf({ picture: theFoundingExample(), today: FOUNDING_DAY, days: 30 }).people).toMatchObject({ covered: 2, atRisk: 2 });
    expect(findingsOf({ picture: theFoundingExample(), today: FOUNDING_DAY })).toEqual([
      { kind: 'no-admin-left', severity: 'critical', subject: 'tenant', on: '2027-01-01', people: ['customer-admin-1'], admins: 1 },
      { kind: 'access-ends', severity: 'warning', subject: { subscriptionId: 'Sub1' }, on: '2027-01-01', people: BOTH, admins: 1 },
    ]);
  });

  it('has both covered through 2029-05-31 once they are moved to Subscription 2', () => {
    expect(lastDaysIn(moved())).toEqual(['2029-05-31', '2029-05-31']);
    expect(coverageOf({ picture: moved(), today: FOUNDING_DAY, days: 30 }).people).toMatchObject({ covered: 2, atRisk: 0 });
    expect(findingsOf({ picture: moved(), today: FOUNDING_DAY })).toEqual([
      { kind: 'access-ends', severity: 'warning', subject: { subscriptionId: 'Sub2' }, on: '2029-06-01', people: BOTH, admins: 1 },
    ]);
  });

  it('has Subscription 1 as the primary until it ends and Subscription 2 from then on, and half as many agents committed', () => {
    const picture = theFoundingExample();
    const whole = { picture, today: FOUNDING_DAY, from: FOUNDING_DAY, to: dayOf('2029-05-31') };
    expect(payersBetween(whole).primary).toEqual([
      { from: '2026-12-02', to: '2026-12-31', subscriptionId: 'Sub1' },
      { from: '2027-01-01', to: '2029-05-31', subscriptionId: 'Sub2' },
    ]);
    expect(cliffsBetween(whole)).toEqual([{ on: '2027-01-01', type: 'agents', before: 4, after: 2, paidBy: 'Sub2' }]);
  });

  it('left alone, strands both on 2027-01-01 with no admin left, and makes Subscription 2 the primary', () => {
    const picture = theFoundingExample();
    expect(coverageOf({ picture, today: LAST_DAY, days: 30 }).people).toMatchObject({ total: 2, covered: 0, stranded: 2 });
    expect(findingsOf({ picture, today: LAST_DAY })).toEqual([
      { kind: 'no-admin-left', severity: 'critical', subject: 'tenant', on: '2027-01-01', people: ['customer-admin-1'], admins: 1 },
      { kind: 'stranded', severity: 'critical', subject: { subscriptionId: 'Sub1' }, on: '2027-01-01', people: BOTH, admins: 1 },
    ]);
    expect(primaryOn({ day: FOUNDING_DAY, today: FOUNDING_DAY, picture })?.subscriptionId).toBe('Sub1');
    expect(primaryOn({ day: LAST_DAY, today: LAST_DAY, picture })?.subscriptionId).toBe('Sub2');
  });
});
