import type { Day } from '../days/day.ts';
import type { SubscriptionId } from '../ids.ts';
import { byStartThenId } from './order.ts';
import { isOverOn } from './status.ts';
import type { Subscription } from './subscription.ts';

/**
 * D20. All of a tenant's subscriptions that are not over must be `concurrent`, or all `named`: Webex provisioning rejects a mix,
 * and so do we, also for planned ones. Finds the other subscription that one would mix licensing models with.
 *
 * Of several the oldest is named. What has no terms yet waits. The subscription's own earlier version among `others` is
 * the one being replaced, and does not count.
 *
 * @example All subscriptions are concurrent. A named one that starts next year is refused today, and the refusal names both.
 */
export function licensingClash({
  subscription,
  others,
  today,
}: {
  readonly subscription: Subscription;
  readonly others: readonly Subscription[];
  readonly today: Day;
}): SubscriptionId | undefined {
  const { terms, subscriptionId } = subscription;
  if (terms === undefined || isOverOn(today, subscription)) return undefined;
  return others
    .filter((other) => other.subscriptionId !== subscriptionId && !isOverOn(today, other))
    .filter((other) => other.terms !== undefined && other.terms.licensing !== terms.licensing)
    .toSorted(byStartThenId)[0]?.subscriptionId;
}
