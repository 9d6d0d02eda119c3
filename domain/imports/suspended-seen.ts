import type { Day } from '../days/day.ts';
import { byId, type SubscriptionId } from '../ids.ts';
import type { Subscription } from '../subscriptions/subscription.ts';

/** What a file shows of a subscription that differs from what is stored; `before` is undefined for one nobody knew. */
export type Sighting<Known extends Subscription> = {
  readonly subscriptionId: SubscriptionId;
  readonly before: Known | undefined;
  readonly suspendedSeenOn?: Day;
};

type Asked<Known extends Subscription> = {
  readonly columns: readonly SubscriptionId[];
  readonly suspended: readonly SubscriptionId[];
  readonly stored: readonly Known[];
  readonly today: Day;
};

/**
 * D1, D5. What the columns of a file say about subscriptions: an unknown id is one without dates; `(Suspended)` is kept
 * apart, dated by the first import that saw it, until an import whose column lacks the mark. The same file twice shows
 * nothing new.
 */
export function sightingsIn<Known extends Subscription>({ columns, suspended, stored, today }: Asked<Known>): readonly Sighting<Known>[] {
  const known = new Map(stored.map((subscription) => [subscription.subscriptionId, subscription]));
  const marked = new Set(suspended);
  return columns.toSorted(byId).flatMap((subscriptionId) => {
    const before = known.get(subscriptionId);
    const isMarked = marked.has(subscriptionId);
    if (before !== undefined && isMarked === (before.suspendedSeenOn !== undefined)) return [];
    return [{ subscriptionId, before, ...(isMarked && { suspendedSeenOn: today }) }];
  });
}
