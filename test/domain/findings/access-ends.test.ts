import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '#domain/days/day.ts';
import { findingsOf } from '#domain/findings/find-all.ts';
import { subjectKey } from '#domain/findings/finding.ts';
import type { Person } from '#domain/people/person.ts';
import type { TenantPicture } from '#domain/tenants/picture.ts';
import { daysFrom, simulate } from '#test/domain/coverage/naive-coverage.ts';
import { agents, aPerson, aSubscription, type Holds, type SubscriptionOverrides } from '#test/support/builders.ts';
import { aRandomPicture, RANDOM_REACH_DAYS, RANDOM_TODAY } from '#test/support/random-pictures.ts';
import { findingsOfKind } from './find.ts';

/** Nothing but a renewal goes on after these days. */
const AHEAD = daysFrom(RANDOM_TODAY, RANDOM_REACH_DAYS + 60);

const ending = (overrides: SubscriptionOverrides = {}, holds: Holds = { Sub1: 'standard-agent' }) => ({
  subscriptions: [aSubscription(overrides), aSubscription({ subscriptionId: 'Sub2', expiresOn: '2029-06-01' })],
  people: agents(2, { holds }),
});

describe('D25 access ends', () => {
  it.each([
    ['not before the term begins: then people are waiting', '2025-12-31', undefined],
    ['on the first day', '2026-01-01', 'warning'],
    ['4 days before', '2026-12-28', 'warning'],
    ['3 days before', '2026-12-29', 'critical'],
    ['on the last day', '2026-12-31', 'critical'],
    ['not on the day itself: then people are stranded', '2027-01-01', undefined],
  ])('is a warning, critical from 3 days before: %s', (_, today, expected) => {
    const [finding] = findingsOfKind('access-ends', { ...ending(), today });
    expect(finding?.severity).toBe(expected);
  });

  it('has no window: it holds however far ahead the end is', () => {
    const far = { subscriptions: [aSubscription({ expiresOn: '2036-01-01' })], people: agents(1, { holds: { Sub1: 'standard-agent' } }) };
    expect(findingsOfKind('access-ends', far)).toMatchObject([{ on: '2036-01-01', severity: 'warning' }]);
  });

  it.each([
    ['its expiry', {}, '2027-01-01'],
    ['a suspension before it', { suspendedOn: '2026-12-20' }, '2026-12-20'],
    ['a cancellation before it', { cancelledOn: '2026-12-24' }, '2026-12-24'],
    ['the cancellation that bounds a renewal', { renewal: 'auto' as const, cancelledOn: '2026-12-24' }, '2026-12-24'],
    ['a cancellation after the renewal', { renewal: 'auto' as const, cancelledOn: '2027-06-01' }, '2027-06-01'],
  ])('is dated by the end that comes: %s', (_, overrides, expected) => {
    expect(findingsOfKind('access-ends', ending(overrides))).toMatchObject([{ subject: { subscriptionId: 'Sub1' }, on: expected }]);
  });

  it('counts a person for the subscription whose end makes him or her uncovered', () => {
    const both = ending({}, { Sub1: 'standard-agent', Sub2: 'standard-agent' });
    expect(findingsOfKind('access-ends', both)).toMatchObject([{ subject: { subscriptionId: 'Sub2' }, on: '2029-06-01' }]);
  });

  it.each([
    ['nobody holds it', ending({}, {})],
    ['it renews by itself (D4)', ending({ renewal: 'auto' })],
    ['its dates are unknown (D5)', ending({ withoutTerms: true })],
    ['its dates are unknown, although its cancellation is known', ending({ withoutTerms: true, cancelledOn: '2027-01-01' })],
  ])('does not hold when %s', (_, parts) => {
    expect(findingsOfKind('access-ends', parts)).toEqual([]);
  });

  it('names people whose move is not confirmed yet (R1), and nobody inactive', () => {
    const { subscriptions } = ending();
    const people = [
      aPerson({ personId: 'moving', holds: { Sub1: 'standard-agent' }, moving: { from: 'Sub1', to: 'Sub2' } }),
      aPerson({ personId: 'gone', holds: { Sub1: 'standard-agent' }, status: 'inactive' }),
      aPerson({ personId: 'agent', holds: { Sub1: 'standard-agent' } }),
      aPerson({ personId: 'zoe', roles: ['admin', 'agent'], holds: { Sub1: 'standard-agent' } }),
    ];
    expect(findingsOfKind('access-ends', { subscriptions, people })).toMatchObject([{ people: ['zoe', 'agent', 'moving'], admins: 1 }]);
  });

  it('counts each person for exactly one subscription, and it is the one whose end takes the last day, for any picture', () => {
    fc.assert(
      fc.property(aRandomPicture, (picture) => {
        const findings = findingsOf({ picture, today: RANDOM_TODAY }).filter(({ kind }) => kind === 'access-ends');
        for (const person of picture.people) {
          const { ends, on } = lossOf(person, picture);
          const naming = findings.filter((finding) => 'people' in finding && finding.people.includes(person.personId));
          expect(naming).toHaveLength(ends.length === 0 ? 0 : 1);
          for (const finding of naming) {
            expect(ends).toContain(subjectKey(finding.subject));
            expect(finding).toMatchObject({ on });
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** D5, D25. The subscriptions with dates that somebody's last covered day belongs to, and the day after it; inactive people lose nothing. */
function lossOf(person: Person, picture: TenantPicture): { readonly ends: readonly string[]; readonly on?: Day } {
  const simulated = simulate({ person, picture, days: AHEAD });
  if (simulated.coverage !== 'until' || person.status === 'inactive') return { ends: [] };
  const isDated = (id: string) => picture.subscriptions.some(({ subscriptionId, terms }) => subscriptionId === id && terms !== undefined);
  const isUnknown = simulated.endsWith.some((id) => !isDated(id));
  const ends = simulated.endsWith.filter(isDated);
  return isUnknown ? { ends: [] } : { ends, on: addDays(simulated.coveredThrough, 1) };
}
