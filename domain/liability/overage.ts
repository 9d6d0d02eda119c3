import { committedOf } from '../subscriptions/seats.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { activeOn, type Seen } from './seen.ts';
import type { UsageType } from './usage.ts';

/**
 * D17. What the tenant commits of a usage type on a day: the sum over the subscriptions active that day. That of `agents` is
 * `premium-agent` plus `standard-agent`, or `agents` where a subscription commits them as a whole.
 */
export function committedOn(type: UsageType, seen: Seen): number {
  return activeOn(seen).reduce((sum, subscription) => sum + committedIn(subscription, type), 0);
}

/**
 * D17. What one subscription commits of a usage type; none where it does not name it.
 *
 * @example A subscription with 10 premium and 15 standard agents commits 25 agents.
 */
export function committedIn(subscription: Subscription, type: UsageType): number {
  const whole = committedOf(subscription, type);
  if (type !== 'agents' || whole !== undefined) return whole ?? 0;
  return (committedOf(subscription, 'premium-agent') ?? 0) + (committedOf(subscription, 'standard-agent') ?? 0);
}

/**
 * D17. Overage is what the whole tenant used beyond the sum of what is committed, never less than nothing: one department may
 * exceed its own commitment while the tenant does not.
 *
 * @example 10 and 15 agents are committed. 24 or 25 used is no overage, even if one department alone exceeded its own 10; 27
 * used is 2.
 */
export function overageOf({ used, committed }: { readonly used: number; readonly committed: number }): number {
  return Math.max(0, used - committed);
}
