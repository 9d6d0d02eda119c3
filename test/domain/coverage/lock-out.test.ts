import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lockOutOf } from '#domain/coverage/lock-out.ts';
import { type Day, dayOf } from '#domain/days/day.ts';
import {
  aFullAdmin,
  aPerson,
  aPicture,
  aSubscription,
  aTenant,
  FOUNDING_DAY,
  type SubscriptionOverrides,
  theFoundingExample,
} from '#test/support/builders.ts';
import { aRandomPicture, RANDOM_TODAY } from '#test/support/random-pictures.ts';
import { coveredBy, daysFrom } from './naive-coverage.ts';

const AHEAD = daysFrom(RANDOM_TODAY, 91);

const ADMIN = aFullAdmin({ holds: { Sub1: 'premium-agent' } });

function lockOut({
  subscriptions = [{}],
  people = [ADMIN],
  today = '2026-12-02',
}: {
  subscriptions?: readonly SubscriptionOverrides[];
  people?: readonly ReturnType<typeof aPerson>[];
  today?: string;
}) {
  return lockOutOf({ picture: aPicture({ subscriptions: subscriptions.map(aSubscription), people }), today: dayOf(today) });
}

describe('D11 lock-out', () => {
  it('comes in the founding example on the day Subscription 1 ends', () => {
    const judged = lockOutOf({ picture: theFoundingExample(), today: FOUNDING_DAY });
    expect(judged).toMatchObject({ lockOut: 'no-admin-left', on: '2027-01-01', admins: [{ personId: 'customer-admin-1' }] });
  });

  it.each([
    ['within the widest rung, on its last day', '2026-10-03', 'no-admin-left'],
    ['a day before the widest rung', '2026-10-02', 'none'],
    ['on the day', '2027-01-01', 'no-admin-left'],
  ])('is seen %s', (_, today, expected) => {
    expect(lockOut({ today }).lockOut).toBe(expected);
  });

  it('is looked for as far as the tenant wants to be warned', () => {
    const tenant = aTenant({ ladder: [7, 1] });
    const picture = aPicture({ tenant, subscriptions: [aSubscription()], people: [ADMIN] });
    expect(lockOutOf({ picture, today: dayOf('2026-12-24') }).lockOut).toBe('none');
    expect(lockOutOf({ picture, today: dayOf('2026-12-25') }).lockOut).toBe('no-admin-left');
  });

  it('keeps the day on which it began', () => {
    expect(lockOut({ today: '2027-03-01' })).toMatchObject({ on: '2027-01-01' });
  });

  it('does not come while another full admin goes on', () => {
    const other = aFullAdmin({ personId: 'admin-2', holds: { Sub2: 'premium-agent' } });
    expect(lockOut({ subscriptions: [{}, { subscriptionId: 'Sub2', expiresOn: '2029-06-01' }], people: [ADMIN, other] })).toEqual({
      lockOut: 'none',
    });
  });

  it('does not come through a renewal (D4), but from the day it is unconfirmed', () => {
    expect(lockOut({ subscriptions: [{ renewal: 'auto' }] }).lockOut).toBe('none');
    expect(lockOut({ subscriptions: [{ renewal: 'auto' }], today: '2027-01-01' })).toMatchObject({ on: '2027-01-01' });
  });

  it('comes in a gap before the next subscription begins', () => {
    const both = aFullAdmin({ holds: { Sub1: 'premium-agent', Sub2: 'premium-agent' } });
    const next = { subscriptionId: 'Sub2', startsOn: '2027-01-02', expiresOn: '2029-01-01' };
    expect(lockOut({ subscriptions: [{}, next], people: [both] })).toMatchObject({ on: '2027-01-01' });
    expect(lockOut({ subscriptions: [{}, { ...next, startsOn: '2027-01-01' }], people: [both] }).lockOut).toBe('none');
  });

  it('is not kept up by a gap in the past', () => {
    const both = aFullAdmin({ holds: { Sub1: 'premium-agent', Sub2: 'premium-agent' } });
    const old = { subscriptionId: 'Sub1', startsOn: '2024-01-01', expiresOn: '2025-01-01' };
    const running = { subscriptionId: 'Sub2', startsOn: '2025-06-01', expiresOn: '2029-01-01' };
    expect(lockOut({ subscriptions: [old, running], people: [both] }).lockOut).toBe('none');
  });

  it('is dated by the start of the first subscription where no full admin was ever covered', () => {
    const waiting = aFullAdmin({ holds: { Sub2: 'premium-agent' } });
    const planned = { subscriptionId: 'Sub2', startsOn: '2027-06-01', expiresOn: '2029-01-01' };
    expect(lockOut({ subscriptions: [{ startsOn: '2026-01-01' }, planned], people: [waiting] })).toMatchObject({ on: '2026-01-01' });
    expect(lockOut({ subscriptions: [planned], people: [waiting] }).lockOut).toBe('none');
  });

  it('is never caused by a subscription without dates, but by its suspension', () => {
    expect(lockOut({ subscriptions: [{ withoutTerms: true }] }).lockOut).toBe('none');
    expect(lockOut({ subscriptions: [{ withoutTerms: true, suspendedSeenOn: '2026-12-01' }] }).lockOut).toBe('no-admin-left');
  });

  it.each([
    ['admins without a level', aPerson({ roles: ['admin'], holds: { Sub1: 'premium-agent' } })],
    ['full admins without an assignment', aFullAdmin()],
    ['inactive full admins', aFullAdmin({ status: 'inactive', holds: { Sub1: 'premium-agent' } })],
    ['agents', aPerson({ holds: { Sub1: 'premium-agent' } })],
  ])('cannot be judged from %s', (_, person) => {
    expect(lockOut({ people: [person] })).toEqual({ lockOut: 'admins-unknown' });
  });

  it('agrees with a search day by day, for any subscriptions with dates', () => {
    fc.assert(
      fc.property(aRandomPicture, (picture) => {
        const dated = { ...picture, subscriptions: picture.subscriptions.filter(({ terms }) => terms !== undefined) };
        const admins = dated.people.filter(
          (person) => person.adminLevel === 'full' && person.status !== 'inactive' && person.assignments.length > 0,
        );
        const isOpen = (day: Day) => admins.some((person) => coveredBy({ person, picture: dated, day, today: RANDOM_TODAY }).length > 0);
        fc.pre(admins.length > 0 && isOpen(RANDOM_TODAY));
        const days = AHEAD.slice(0, Math.max(...dated.tenant.ladder) + 1);
        const judged = lockOutOf({ picture: dated, today: RANDOM_TODAY });
        expect(judged.lockOut === 'no-admin-left' ? judged.on : undefined).toBe(days.find((day) => !isOpen(day)));
      }),
    );
  });

  it('never comes while a judged admin holds access of a subscription without dates that nothing ended, for any picture', () => {
    fc.assert(
      fc.property(aRandomPicture, (random) => {
        const subscriptions = random.subscriptions.map((each) =>
          each.subscriptionId === 'Sub4' ? aSubscription({ subscriptionId: 'Sub4', withoutTerms: true }) : each,
        );
        const admin = aFullAdmin({ personId: 'boss', holds: { Sub1: 'premium-agent', Sub4: 'premium-agent' } });
        const picture = { ...random, subscriptions, people: [...random.people, admin] };
        expect(lockOutOf({ picture, today: RANDOM_TODAY })).toEqual({ lockOut: 'none' });
      }),
      { numRuns: 200 },
    );
  });

  it('is judged by nobody who is only moving to where access goes on: until that is confirmed, it comes', () => {
    const moving = aFullAdmin({ holds: { Sub1: 'premium-agent' }, moving: { from: 'Sub1', to: 'Sub2', kind: 'premium-agent' } });
    const judged = lockOut({ subscriptions: [{}, { subscriptionId: 'Sub2', expiresOn: '2029-01-01' }], people: [moving] });
    expect(judged).toMatchObject({ lockOut: 'no-admin-left', on: '2027-01-01' });
  });
});
