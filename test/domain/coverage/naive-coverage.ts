import { addDays, type Day } from '#domain/days/day.ts';
import type { Person } from '#domain/people/person.ts';
import type { Subscription } from '#domain/subscriptions/subscription.ts';
import type { TenantPicture } from '#domain/tenants/picture.ts';

/** D2, D4, D5 for one day, written down naively and apart from the product's own code. */
export function gives(subscription: Subscription, day: Day, today: Day): boolean {
  const { terms, renewal, suspendedOn, suspendedSeenOn, cancelledOn } = subscription;
  for (const stop of [suspendedOn, suspendedSeenOn, cancelledOn]) if (stop !== undefined && stop <= day) return false;
  if (terms === undefined) return day === today;
  if (day < terms.startsOn) return false;
  return (renewal === 'auto' && today < terms.expiresOn) || day < terms.expiresOn;
}

/** D7 for one day: the ids of the subscriptions that cover the person. */
export function coveredBy({
  person,
  picture,
  day,
  today,
}: {
  person: Person;
  picture: TenantPicture;
  day: Day;
  today: Day;
}): readonly string[] {
  const access = person.assignments.filter(({ kind }) => kind === 'premium-agent' || kind === 'standard-agent');
  const relevant = access.length === 0 ? person.assignments : access;
  return picture.subscriptions
    .filter(({ subscriptionId }) => relevant.some((held) => held.subscriptionId === subscriptionId))
    .filter((subscription) => gives(subscription, day, today))
    .map(({ subscriptionId }) => subscriptionId);
}

export type Simulated =
  | { readonly coverage: 'none' }
  | { readonly coverage: 'open-ended' }
  | { readonly coverage: 'until'; readonly coveredThrough: Day; readonly endsWith: readonly string[]; readonly resumesOn: Day | undefined };

/** D8, day by day over the days given, the first of which is today; whoever is still covered on the last has no end. */
export function simulate({ person, picture, days }: { person: Person; picture: TenantPicture; days: readonly Day[] }): Simulated {
  const [today] = days;
  if (today === undefined) throw new Error('A simulation needs at least the day it begins on.');
  const byDay = days.map((day) => coveredBy({ person, picture, day, today }));
  const firstUncovered = byDay.findIndex((ids) => ids.length === 0);
  if (firstUncovered === 0) return { coverage: 'none' };
  const coveredThrough = days[firstUncovered - 1];
  if (coveredThrough === undefined) return { coverage: 'open-ended' };
  const resumes = byDay.findIndex((ids, index) => index > firstUncovered && ids.length > 0);
  return { coverage: 'until', coveredThrough, endsWith: byDay[firstUncovered - 1] ?? [], resumesOn: days[resumes] };
}

/** Every day from the first one on, so many of them. */
export function daysFrom(first: Day, count: number): readonly Day[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}
