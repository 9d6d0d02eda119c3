import fc from 'fast-check';
import { addDays, type Day, dayOf } from '#domain/days/day.ts';
import type { Person } from '#domain/people/person.ts';
import type { Subscription } from '#domain/subscriptions/subscription.ts';
import type { TenantPicture } from '#domain/tenants/picture.ts';
import { aPerson, aPicture, aSubscription, aTenant } from './builders.ts';

/** Random pictures keep all their days this close to `RANDOM_TODAY`, so that runs, gaps and ties are common. */
export const RANDOM_TODAY = dayOf('2026-12-02');
export const RANDOM_REACH_DAYS = 40;

const IDS = ['Sub1', 'Sub2', 'Sub3', 'Sub4'];
const KINDS = ['premium-agent', 'standard-agent', 'wfo'];

const aRandomDay: fc.Arbitrary<Day> = fc
  .integer({ min: -RANDOM_REACH_DAYS, max: RANDOM_REACH_DAYS })
  .map((offset) => addDays(RANDOM_TODAY, offset));
const aRareDay = fc.option(aRandomDay, { freq: 3, nil: undefined });

function aRandomSubscription(subscriptionId: string): fc.Arbitrary<Subscription> {
  return fc
    .record({
      startsOn: aRandomDay,
      length: fc.integer({ min: 1, max: 50 }),
      suspendedOn: aRareDay,
      cancelledOn: aRareDay,
      suspendedSeenOn: fc.option(
        fc.integer({ min: -20, max: 0 }).map((offset) => addDays(RANDOM_TODAY, offset)),
        { freq: 8, nil: undefined },
      ),
      renewal: fc.constantFrom('manual' as const, 'auto' as const),
      withoutTerms: fc.boolean().map((one) => one && subscriptionId === 'Sub4'),
      telephony: fc.constantFrom('webex-calling' as const, 'vpop' as const),
      seats: fc.dictionary(fc.constantFrom(...KINDS), fc.nat(3)),
    })
    .map(({ length, suspendedOn, cancelledOn, suspendedSeenOn, ...rest }) =>
      aSubscription({
        ...rest,
        subscriptionId,
        expiresOn: addDays(rest.startsOn, length),
        ...(suspendedOn !== undefined && { suspendedOn }),
        ...(cancelledOn !== undefined && { cancelledOn }),
        ...(suspendedSeenOn !== undefined && { suspendedSeenOn }),
      }),
    );
}

function aRandomPerson(personId: string): fc.Arbitrary<Person> {
  return fc
    .record({
      rank: fc.constantFrom(
        { roles: ['agent'] as const },
        { roles: ['admin'] as const },
        { roles: ['admin'] as const, adminLevel: 'full' as const },
      ),
      status: fc.constantFrom('active' as const, 'pending' as const, 'inactive' as const),
      holds: fc.dictionary(fc.constantFrom(...IDS), fc.uniqueArray(fc.constantFrom(...KINDS), { minLength: 1 })),
      moving: fc.option(fc.constant({ from: 'Sub1', to: 'Sub2' }), { freq: 4, nil: undefined }),
    })
    .map(({ rank, moving, ...rest }) => aPerson({ personId, ...rank, ...rest, ...(moving !== undefined && { moving }) }));
}

/** Tenants of four subscriptions and up to six people: every status, renewals, bounds, gaps, unknown dates, add-ons, moves. */
export const aRandomPicture: fc.Arbitrary<TenantPicture> = fc
  .record({
    subscriptions: fc.tuple(...IDS.map(aRandomSubscription)),
    people: fc.nat(6).chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => aRandomPerson(`p${index + 1}`)))),
    ladder: fc.constantFrom([90, 60, 30, 14, 7, 3, 2, 1, 0], [10, 1]),
  })
  .map(({ subscriptions, people, ladder }) => aPicture({ tenant: aTenant({ ladder }), subscriptions, people }));
