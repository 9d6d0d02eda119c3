import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '#domain/days/day.ts';
import type { Person } from '#domain/people/person.ts';
import { candidatesFor } from '#domain/plans/candidates.ts';
import type { Subscription } from '#domain/subscriptions/subscription.ts';
import type { TenantPicture } from '#domain/tenants/picture.ts';
import { daysFrom, gives } from '#test/domain/coverage/naive-coverage.ts';
import { aFullAdmin, aPerson, aPicture, aSubscription } from '#test/support/builders.ts';
import { aPlan, movesIn } from '#test/support/plans.ts';
import { aRandomPicture, RANDOM_TODAY } from '#test/support/random-pictures.ts';

const ACCESS = ['premium-agent', 'standard-agent'];
const MARGINS = fc.constantFrom(0, 5, 30);

describe('P3 who stays', () => {
  it('is whoever keeps each kind every day until the margin, for any picture, found day by day', () => {
    fc.assert(
      fc.property(aRandomPicture, MARGINS, (random, marginDays) => {
        const picture = withMargin(random, marginDays);
        const source = subscriptionIn(picture, 'Sub1');
        const days = daysToLast(source, marginDays);
        const leavers = picture.people.filter((person) => person.moving === undefined && kindsOf(person, 'Sub1').some(isAccess));
        const staying = leavers.filter((person) => kindsOf(person, 'Sub1').every((kind) => isKept({ person, kind, picture, days })));
        const plan = aPlan(picture);
        expect(plan.staying.toSorted()).toEqual(staying.map(({ personId }) => personId).toSorted());
      }),
      { numRuns: 600 },
    );
  });

  it('moves an admin whose premium would become standard elsewhere', () => {
    const subscriptions = [
      aSubscription({ subscriptionId: 'Sub1', startsOn: '2024-01-01' }),
      aSubscription({ subscriptionId: 'Sub2', expiresOn: '2029-01-01', seats: { 'premium-agent': 1, 'standard-agent': 1 } }),
    ];
    const boss = aFullAdmin({ personId: 'boss', holds: { Sub1: 'premium-agent', Sub2: 'standard-agent' } });
    expect(movesIn(aPlan(aPicture({ subscriptions, people: [boss] })))).toEqual(['boss: premium-agent -> Sub2']);
  });

  it('are named only as far as they were asked for', () => {
    const subscriptions = [aSubscription({ startsOn: '2024-01-01' }), aSubscription({ subscriptionId: 'Sub2', expiresOn: '2029-01-01' })];
    const people = ['ann', 'ben'].map((personId) => aPerson({ personId, holds: { Sub1: 'standard-agent', Sub2: 'standard-agent' } }));
    const picture = aPicture({ subscriptions, people });
    expect(aPlan(picture).staying).toEqual(['ann', 'ben']);
    expect(aPlan(picture, { people: ['ben'] }).staying).toEqual(['ben']);
  });
});

describe('P1 candidates, day by day', () => {
  it('are those that give access on every day until the margin, with the telephony of the oldest, for any picture', () => {
    fc.assert(
      fc.property(aRandomPicture, MARGINS, (random, marginDays) => {
        const picture = withMargin(random, marginDays);
        const source = subscriptionIn(picture, 'Sub1');
        const days = daysToLast(source, marginDays);
        const telephony = telephonyIn(picture);
        for (const { subscription, suitable } of candidatesFor({ picture, from: source, today: RANDOM_TODAY })) {
          const lasts = days.every((day) => gives(subscription, day, RANDOM_TODAY));
          expect(suitable).toBe(subscription.terms !== undefined && lasts && subscription.terms.telephony === telephony);
        }
      }),
      { numRuns: 600 },
    );
  });
});

function withMargin(picture: TenantPicture, marginDays: number): TenantPicture {
  return { ...picture, tenant: { ...picture.tenant, marginDays } };
}

function subscriptionIn({ subscriptions }: TenantPicture, id: string): Subscription {
  const found = subscriptions.find(({ subscriptionId }) => subscriptionId === id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found;
}

function isAccess(kind: string): boolean {
  return ACCESS.includes(kind);
}

function kindsOf({ assignments }: Person, id: string): readonly string[] {
  return assignments.filter(({ subscriptionId }) => subscriptionId === id).map(({ kind }) => kind);
}

/** Today, which always counts, and every day before the margin is over: counted from the source's end, or from today. */
function daysToLast(source: Subscription, marginDays: number): readonly Day[] {
  const { terms, renewal, suspendedOn, suspendedSeenOn, cancelledOn } = source;
  const stops = [suspendedOn, suspendedSeenOn, cancelledOn].filter((day) => day !== undefined).toSorted();
  const renews = renewal === 'auto' && terms !== undefined && RANDOM_TODAY < terms.expiresOn;
  const end = renews && stops[0] !== undefined ? stops[0] : [...stops, ...(terms === undefined ? [] : [terms.expiresOn])].toSorted()[0];
  const until = addDays(end === undefined || end < RANDOM_TODAY ? RANDOM_TODAY : end, marginDays);
  return [RANDOM_TODAY, ...daysFrom(RANDOM_TODAY, 200).filter((day) => day < until)];
}

type Kept = { readonly person: Person; readonly kind: string; readonly picture: TenantPicture; readonly days: readonly Day[] };

function isKept({ person, kind, picture, days }: Kept): boolean {
  const does = (other: string) => other === kind || (kind === 'standard-agent' && other === 'premium-agent');
  const others = picture.subscriptions.filter(
    ({ subscriptionId }) => subscriptionId !== 'Sub1' && kindsOf(person, subscriptionId).some(does),
  );
  return days.every((day) => others.some((subscription) => gives(subscription, day, RANDOM_TODAY)));
}

function telephonyIn({ subscriptions }: TenantPicture): string | undefined {
  const choosing = subscriptions.filter(
    ({ terms, cancelledOn }) => terms !== undefined && (cancelledOn === undefined || cancelledOn > RANDOM_TODAY),
  );
  const keyOf = ({ terms, subscriptionId }: Subscription) => `${terms?.startsOn} ${subscriptionId}`;
  return choosing.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1))[0]?.terms?.telephony;
}
