import { accessAssignmentsOf } from '../coverage/covered-through.ts';
import { type PersonStanding, standingsAmong } from '../coverage/standing.ts';
import type { Day } from '../days/day.ts';
import { byId, type PersonId, type SubscriptionId } from '../ids.ts';
import { inRankOrder, isAdmin, type Person } from '../people/person.ts';
import { type HeldSeats, heldSeats } from '../subscriptions/seats.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { TenantPicture } from '../tenants/picture.ts';

/** What every finding is drawn from: a tenant's picture, read once. */
export type Overview = {
  readonly today: Day;
  readonly picture: TenantPicture;
  /** In ascending order of id. */
  readonly subscriptions: readonly Subscription[];
  /** Everybody, in the order of P4. */
  readonly people: readonly Person[];
  /** Everybody who is counted (D10), in that order. */
  readonly standings: readonly PersonStanding[];
  readonly held: HeldSeats;
};

/** Reads a picture for `today`. The order of its lists makes no difference. */
export function overviewOf({ picture, today }: { readonly picture: TenantPicture; readonly today: Day }): Overview {
  return overviewInOrder({ picture, people: inRankOrder(picture.people), today });
}

/** The same of a picture whose people are in the order of P4 already. */
export function overviewInOrder({ picture, people, today }: Pick<Overview, 'picture' | 'people' | 'today'>): Overview {
  return {
    today,
    picture,
    people,
    subscriptions: picture.subscriptions.toSorted((left, right) => byId(left.subscriptionId, right.subscriptionId)),
    standings: standingsAmong(people, { picture, today }),
    held: heldSeats(picture.people),
  };
}

/** Whom a finding names: ids in the order given, and how many of them are admins. */
export function concerning(people: readonly Person[]): { readonly people: readonly PersonId[]; readonly admins: number } {
  return { people: people.map(({ personId }) => personId), admins: people.filter(isAdmin).length };
}

/** People by the subscription that each of them belongs to; those who belong to none are left out. */
export function peopleBy(
  standings: readonly PersonStanding[],
  belongsTo: (each: PersonStanding) => SubscriptionId | undefined,
): ReadonlyMap<SubscriptionId, readonly Person[]> {
  const groups = new Map<SubscriptionId, Person[]>();
  for (const each of standings) {
    const subscriptionId = belongsTo(each);
    if (subscriptionId === undefined) continue;
    const group = groups.get(subscriptionId);
    if (group === undefined) groups.set(subscriptionId, [each.person]);
    else group.push(each.person);
  }
  return groups;
}

/** D7. Who gets access, or would, from a subscription. */
export function holdersOf({ standings }: Overview, subscriptionId: SubscriptionId): readonly Person[] {
  return standings
    .filter(({ person }) => accessAssignmentsOf(person).some((held) => held.subscriptionId === subscriptionId))
    .map(({ person }) => person);
}
