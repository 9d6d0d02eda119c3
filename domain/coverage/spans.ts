import { addDays, type Day } from '../days/day.ts';
import { byId, type SubscriptionId } from '../ids.ts';
import { expectedEnd, givesAccessToday } from '../subscriptions/status.ts';
import type { Subscription } from '../subscriptions/subscription.ts';

/** The days on which a subscription gives access: from `from` through `lastDay`; `until` is the first day on which it no longer does. */
export type Span = { readonly subscriptionId: SubscriptionId; readonly from: Day; readonly lastDay: Day; readonly until: Day };

/**
 * D2, D4, D5. The days on which a subscription gives access, seen from today: the past ones as they were, the coming ones as
 * they are expected. With unknown dates, today and not beyond. Undefined when there is no such day.
 */
export function spanOf(subscription: Subscription, today: Day): Span | undefined {
  const { subscriptionId, terms } = subscription;
  if (terms === undefined) {
    return givesAccessToday(subscription, today) ? { subscriptionId, from: today, lastDay: today, until: addDays(today, 1) } : undefined;
  }
  const until = expectedEnd(subscription, today);
  if (until === undefined || until <= terms.startsOn) return undefined;
  return { subscriptionId, from: terms.startsOn, lastDay: addDays(until, -1), until };
}

/** Spans by their first day; of two that begin together, the one of the smaller subscription id first. */
export function byFirstDay(left: Span, right: Span): number {
  return byId(left.from, right.from) || byId(left.subscriptionId, right.subscriptionId);
}
