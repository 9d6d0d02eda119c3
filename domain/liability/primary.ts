import { byStartThenId } from '../subscriptions/order.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { activeOn, type Seen } from './seen.ts';

/**
 * D14. The primary of a day, seen from today: the oldest subscription active that day (tie: smallest id), unless Control Hub
 * shows another one, `primaryOverride`, which wins while it is active. None when nothing is active; unknown dates never are (D5).
 *
 * It is a function of the day because it moves when a subscription ends, and moves back when an older one is renewed (D15).
 * Looking ahead, a subscription that renews by itself is expected to go on (D4).
 *
 * @example Sales began in 2024, Service in 2026: Sales is primary through 31 December 2026, its last day, and Service from 1
 * January 2027 on.
 */
export function primaryOn(seen: Seen): Subscription | undefined {
  const active = activeOn(seen);
  return active.find(({ subscriptionId }) => subscriptionId === seen.picture.tenant.primaryOverride) ?? oldestOf(active);
}

/** D14. The oldest of the subscriptions; of two that started together, the one with the smaller id. */
export function oldestOf(subscriptions: readonly Subscription[]): Subscription | undefined {
  return subscriptions.toSorted(byStartThenId)[0];
}
