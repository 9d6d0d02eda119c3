import { describe, expect, it } from 'vitest';
import { linkExpiry, linkedSubscription } from '#domain/alerts/link-life.ts';
import { dayOf } from '#domain/days/day.ts';
import { instantOf } from '#domain/days/instant.ts';
import { findingsOf } from '#domain/findings/find-all.ts';
import { aFullAdmin, aPerson, aPicture, aSubscription } from '#test/support/builders.ts';

const today = dayOf('2026-12-02');
const now = instantOf(Date.parse('2026-12-02T07:00:00Z'));
const expiry = (on: string | undefined, timeZone = 'Europe/Berlin') =>
  linkExpiry({ on: on === undefined ? undefined : dayOf(on), today, now, timeZone });

describe('L5 the life of a link that nobody uses', () => {
  it.each([
    ['until the day after the end begins, in the tenant’s zone', '2027-01-01', 'Europe/Berlin', '2027-01-01T23:00:00.000Z'],
    ['west of Greenwich a few hours longer', '2027-01-01', 'America/Los_Angeles', '2027-01-02T08:00:00.000Z'],
    ['one day and a bit when it ends tomorrow', '2026-12-03', 'Europe/Berlin', '2026-12-03T23:00:00.000Z'],
    ['seven days when it ends today', '2026-12-02', 'Europe/Berlin', '2026-12-09T07:00:00.000Z'],
    ['seven days when it has ended', '2026-11-02', 'Europe/Berlin', '2026-12-09T07:00:00.000Z'],
    ['seven days when no end is known', undefined, 'Europe/Berlin', '2026-12-09T07:00:00.000Z'],
  ])('is %s', (_case, on, timeZone, expected) => {
    expect(expiry(on, timeZone)).toBe(expected);
  });
});

describe('A1 the link of a matter', () => {
  const linksIn = (picture: ReturnType<typeof aPicture>) =>
    Object.fromEntries(findingsOf({ picture, today }).map((finding) => [finding.kind, linkedSubscription(finding, picture)]));
  const Sub1 = aSubscription({ expiresOn: '2027-01-01' });
  const agent = aPerson({ holds: { Sub1: 'standard-agent' } });

  it('opens the plan of its subscription; that of a lock-out the plan of the one whose end locks out', () => {
    const Sub0 = aSubscription({ subscriptionId: 'Sub0', expiresOn: '2027-01-01' });
    const people = [agent, aFullAdmin({ holds: { Sub1: 'premium-agent' } })];
    expect(linksIn(aPicture({ subscriptions: [Sub0, Sub1], people }))).toEqual({ 'no-admin-left': 'Sub1', 'access-ends': 'Sub1' });
  });

  it.each([
    ['people whom no known subscription gave access', [Sub1], [aPerson({ holds: { Sub9: 'standard-agent' } })], 'stranded'],
    ['a tenant whose admins are unknown', [Sub1], [], 'admins-unknown'],
    ['dates that are missing with nobody on it', [aSubscription({ withoutTerms: true })], [], 'dates-unknown'],
    ['a renewal nobody depends on', [aSubscription({ expiresOn: '2027-01-01', renewal: 'auto' })], [], 'renewal-ahead'],
  ] as const)('is none for %s', (_case, subscriptions, people, kind) => {
    const links = linksIn(aPicture({ subscriptions, people }));
    expect(links).toHaveProperty(kind);
    expect(links[kind]).toBeUndefined();
  });
});
