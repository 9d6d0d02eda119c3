import type { Day } from '../days/day.ts';
import { byId, type SubscriptionId } from '../ids.ts';
import { inRankOrder, type Person } from '../people/person.ts';
import { endsOn, statusOn } from '../subscriptions/status.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { TenantPicture } from '../tenants/picture.ts';
import { accessAssignmentsOf, type Horizon, horizonsFrom, type SubscriptionsById, subscriptionsById } from './covered-through.ts';
import { spanOf } from './spans.ts';

/**
 * D10. Where a person stands today; exactly one of these. `stranded`: holds assignments, and none gives access; `lostWith` is
 * the subscription whose end came last among them, `lostOn` the day of that end. `waiting`: was never covered, and a
 * subscription starts later. `unassigned`: holds nothing.
 */
export type Standing =
  | { readonly standing: 'covered'; readonly horizon: Exclude<Horizon, { coverage: 'none' }> }
  | { readonly standing: 'stranded'; readonly lostWith?: SubscriptionId; readonly lostOn?: Day }
  | { readonly standing: 'waiting' }
  | { readonly standing: 'unassigned' };

export type PersonStanding = { readonly person: Person; readonly standing: Standing };

/**
 * D10. Everybody who is counted, each with one standing, in the order of P4. Inactive people hold seats but are not counted.
 *
 * @example Of ten people seven have access, one lost it with Sales, one starts on 1 March, one holds nothing: 10 = 7 covered +
 * 1 stranded + 1 waiting + 1 unassigned.
 */
export function standingsOf({ picture, today }: { readonly picture: TenantPicture; readonly today: Day }): readonly PersonStanding[] {
  return standingsAmong(inRankOrder(picture.people), { picture, today });
}

/** D10. The same for people who are in the order of P4 already. */
export function standingsAmong(
  people: readonly Person[],
  { picture, today }: { readonly picture: TenantPicture; readonly today: Day },
): readonly PersonStanding[] {
  const subscriptions = subscriptionsById(picture.subscriptions);
  const horizonOf = horizonsFrom({ subscriptions, today });
  return people
    .filter(({ status }) => status !== 'inactive')
    .map((person) => ({ person, standing: standingOf({ person, horizon: horizonOf(person), subscriptions, today }) }));
}

type Judged = { readonly person: Person; readonly horizon: Horizon; readonly subscriptions: SubscriptionsById; readonly today: Day };

/** D10. Where one person stands, given the horizon (D8). */
export function standingOf({ person, horizon, subscriptions, today }: Judged): Standing {
  if (person.assignments.length === 0) return { standing: 'unassigned' };
  if (horizon.coverage !== 'none') return { standing: 'covered', horizon };
  const held = accessAssignmentsOf(person)
    .map(({ subscriptionId }) => subscriptions.get(subscriptionId))
    .filter((subscription) => subscription !== undefined);
  return isWaiting(held, today) ? { standing: 'waiting' } : { standing: 'stranded', ...lossOf(held, today) };
}

/** D10. One of the subscriptions starts later, and none has ever given access. */
function isWaiting(held: readonly Subscription[], today: Day): boolean {
  const startsLater = held.some((subscription) => statusOn(today, subscription) === 'planned' && spanOf(subscription, today) !== undefined);
  return startsLater && held.every((subscription) => hasNeverGivenAccess(subscription, today));
}

/** What an import saw without dates may have given access before it was suspended: unknown is no comfort (D5). */
function hasNeverGivenAccess(subscription: Subscription, today: Day): boolean {
  if (subscription.terms === undefined) return false;
  return subscription.terms.startsOn > today || spanOf(subscription, today) === undefined;
}

/**
 * The end that came last among those that took access; of two on one day, that of the smaller id. Where none ever gave access,
 * the last end that prevented it; one that will never start is named without a day.
 */
function lossOf(held: readonly Subscription[], today: Day): { readonly lostWith?: SubscriptionId; readonly lostOn?: Day } {
  const took = held.filter((subscription) => !hasNeverGivenAccess(subscription, today));
  const last = lastEndOf(took, today) ?? lastEndOf(held, today);
  if (last !== undefined) return last;
  const lostWith = held.map(({ subscriptionId }) => subscriptionId).toSorted(byId)[0];
  return lostWith === undefined ? {} : { lostWith };
}

type Loss = { readonly lostWith: SubscriptionId; readonly lostOn: Day };

function lastEndOf(held: readonly Subscription[], today: Day): Loss | undefined {
  return held
    .flatMap((subscription): readonly Loss[] => {
      const lostOn = endsOn(subscription);
      return lostOn === undefined || lostOn > today ? [] : [{ lostWith: subscription.subscriptionId, lostOn }];
    })
    .toSorted((left, right) => byId(right.lostOn, left.lostOn) || byId(left.lostWith, right.lostWith))[0];
}
