import fc from 'fast-check';
import type { Person } from '#domain/people/person.ts';
import type { Licensing, Subscription } from '#domain/subscriptions/subscription.ts';
import type { TenantPicture } from '#domain/tenants/picture.ts';
import { aPerson, aPicture, aSubscription, type SubscriptionOverrides } from './builders.ts';

/** Random tenants on 2026-12-02 whose `Sub1` is left: up to four others, some of which can take people, and up to six people. */
export const aRandomSource: fc.Arbitrary<TenantPicture> = fc
  .constantFrom<Licensing>('named', 'named', 'named', 'concurrent')
  .chain((licensing) =>
    fc
      .record({
        others: fc.array(aRandomTarget(licensing), { minLength: 1, maxLength: 4 }),
        people: fc.array(aRandomHolder(), { maxLength: 6 }),
      })
      .map(({ others, people }) =>
        aPicture({
          subscriptions: [
            aSubscription({ subscriptionId: 'Sub1', startsOn: '2024-01-01', expiresOn: '2027-01-01', licensing, seats: SEATS }),
            ...others.map((other, index) => other(`Sub${index + 2}`)),
          ],
          people: people.map((person, index) => person(`p${(index * 5) % 7}`)),
        }),
      ),
  );

const SEATS = { 'premium-agent': 2, 'standard-agent': 2, wfo: 2 };
const DEPARTMENTS = ['Sales', 'Support', ' Sales '];
const aDepartment = fc.option(fc.constantFrom(...DEPARTMENTS), { nil: undefined });

/** Mostly ones that can take people, with few seats and ends that tie; some that cannot, for each reason. */
function aRandomTarget(licensing: Licensing): fc.Arbitrary<(subscriptionId: string) => Subscription> {
  const usable: fc.Arbitrary<SubscriptionOverrides> = fc.constantFrom(
    { expiresOn: '2028-01-01' },
    { expiresOn: '2029-01-01' },
    { expiresOn: '2026-12-24', renewal: 'auto' },
  );
  const useless: fc.Arbitrary<SubscriptionOverrides> = fc.constantFrom(
    { expiresOn: '2027-01-15' },
    { startsOn: '2026-12-10', expiresOn: '2029-01-01' },
    { startsOn: '2025-01-01', expiresOn: '2026-06-01' },
    { expiresOn: '2029-01-01', suspendedOn: '2026-12-01' },
    { expiresOn: '2029-01-01', cancelledOn: '2026-12-02' },
    { withoutTerms: true },
    { expiresOn: '2029-01-01', trial: true },
    { expiresOn: '2029-01-01', telephony: 'vpop' },
  );
  const seats = fc.dictionary(fc.constantFrom('premium-agent', 'standard-agent', 'wfo'), fc.nat(3), { maxKeys: 3 });
  return fc
    .record({ terms: fc.oneof({ weight: 4, arbitrary: usable }, { weight: 1, arbitrary: useless }), seats, department: aDepartment })
    .map(({ terms, seats: committed, department }) => (subscriptionId: string) => {
      const named = department === undefined ? {} : { department };
      return aSubscription({ startsOn: '2025-01-01', ...terms, ...named, subscriptionId, licensing, seats: committed });
    });
}

function aRandomHolder(): fc.Arbitrary<(personId: string) => Person> {
  const kinds = fc.constantFrom<readonly string[]>(
    ['standard-agent'],
    ['standard-agent'],
    ['premium-agent'],
    ['premium-agent', 'standard-agent'],
    ['standard-agent', 'wfo'],
    ['wfo'],
  );
  const rank = fc.constantFrom(
    { roles: ['agent'] as const },
    { roles: ['admin'] as const },
    { roles: ['admin'] as const, adminLevel: 'full' as const },
  );
  const elsewhere = fc.option(fc.record({ id: fc.constantFrom('Sub2', 'Sub3'), kinds }), { freq: 3, nil: undefined });
  return fc
    .record({ kinds, rank, elsewhere, department: aDepartment })
    .map(({ kinds: held, rank: ranked, elsewhere: other, department }) => {
      const holds = { Sub1: held, ...(other !== undefined && { [other.id]: other.kinds }) };
      return (personId: string) => aPerson({ personId, ...ranked, holds, ...(department !== undefined && { department }) });
    });
}
