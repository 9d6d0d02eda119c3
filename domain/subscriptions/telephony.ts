import type { Day } from '../days/day.ts';
import type { SubscriptionId } from '../ids.ts';
import { byStartThenId } from './order.ts';
import { isOverOn, statusOn } from './status.ts';
import type { Subscription, Telephony } from './subscription.ts';

/** D21. The telephony option a tenant is bound to, and the subscription that chose it. */
export type TelephonyChoice = { readonly telephony: Telephony; readonly chosenBy: SubscriptionId };

/**
 * D21. The tenant's telephony option, which targets of a plan must have, too (P1): that of the subscription with the smallest `startsOn` (tie: smallest id). One that
 * has lapsed still binds the tenant, one that was cancelled does not; what has no terms yet waits. Undefined when nobody chose.
 *
 * @example The first subscription chose Webex Calling. It has lapsed since, and a new one with VPOP is still a mismatch: the
 * tenant is bound to Webex Calling.
 */
export function telephonyOf(subscriptions: readonly Subscription[], today: Day): TelephonyChoice | undefined {
  const first = subscriptions
    .filter((subscription) => subscription.terms !== undefined && statusOn(today, subscription) !== 'cancelled')
    .toSorted(byStartThenId)[0];
  if (first?.terms === undefined) return undefined;
  return { telephony: first.terms.telephony, chosenBy: first.subscriptionId };
}

/** D21. Whether a subscription has another option than the tenant's. What is over, or has no terms yet, mismatches nothing. */
export function isTelephonyMismatch({
  subscription,
  choice,
  today,
}: {
  readonly subscription: Subscription;
  readonly choice: TelephonyChoice;
  readonly today: Day;
}): boolean {
  return subscription.terms !== undefined && subscription.terms.telephony !== choice.telephony && !isOverOn(today, subscription);
}
