import type { Counts } from '../coverage/coverage-of.ts';
import { accessAssignmentsOf, horizonsFrom, subscriptionsById } from '../coverage/covered-through.ts';
import { standingOf } from '../coverage/standing.ts';
import type { Day } from '../days/day.ts';
import type { Person } from '../people/person.ts';
import type { TenantPicture } from '../tenants/picture.ts';

/** D10. How many people have access on a day; total = covered + stranded + waiting + unassigned. */
export type PeopleCounts = Pick<Counts, 'total' | 'covered' | 'stranded' | 'waiting' | 'unassigned'>;

/** So many people whose access comes from the same subscriptions, one of them standing for all. */
type Group = { readonly person: Person; readonly size: number };

/**
 * D7, D10. How many people of a picture have access on each day one asks for. People are judged once per set of subscriptions
 * that they hold, so that fifty thousand people and a year of days are no more work than their subscriptions.
 */
export function peopleAhead(picture: TenantPicture): (day: Day) => PeopleCounts {
  const groups = groupsOf(picture.people);
  const subscriptions = subscriptionsById(picture.subscriptions);
  return (today) => {
    const horizonOf = horizonsFrom({ subscriptions, today });
    const counts = { total: 0, covered: 0, stranded: 0, waiting: 0, unassigned: 0 };
    for (const { person, size } of groups) {
      counts.total += size;
      counts[standingOf({ person, horizon: horizonOf(person), subscriptions, today }).standing] += size;
    }
    return counts;
  };
}

/** Inactive people are not counted. */
function groupsOf(people: readonly Person[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const person of people) {
    if (person.status === 'inactive') continue;
    const held = [...new Set(accessAssignmentsOf(person).map(({ subscriptionId }) => subscriptionId))].toSorted().join('#');
    groups.set(held, { person, size: (groups.get(held)?.size ?? 0) + 1 });
  }
  return [...groups.values()];
}
