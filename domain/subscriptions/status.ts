import { type Day, daysBetween, earliestOf, OPEN_END } from '../days/day.ts';
import type { Subscription } from './subscription.ts';

/** D3. Where a subscription stands on a day. */
export type SubscriptionStatus = 'planned' | 'active' | 'lapsed' | 'suspended' | 'cancelled' | 'dates-unknown';

/**
 * D1. The day a subscription ends: the earliest of `expiresOn`, `suspendedOn` and `cancelledOn`, a suspension that an
 * import saw included. The first day on which it gives no access. None while its dates are unknown (D5).
 *
 * @example A term runs to 2027-03-01 and is cancelled from 2027-02-02: it ends on 2 February 2027, and 1 February is its last
 * day.
 */
export function endsOn(subscription: Subscription): Day | undefined {
  return earliestOf([subscription.terms?.expiresOn, suspendedFrom(subscription), subscription.cancelledOn]);
}

/** D1. Days from today to the end; negative after it, undefined while the end is unknown. */
export function daysLeft(subscription: Subscription, today: Day): number | undefined {
  const end = endsOn(subscription);
  return end === undefined ? undefined : daysBetween({ from: today, to: end });
}

/**
 * D2. Active on a day: started, not expired, neither suspended nor cancelled by then. On `expiresOn` itself it is over.
 *
 * @example A term from 2026-01-01 to 2027-01-01 is active from 1 January 2026 through 31 December 2026. On 1 January 2027
 * nobody may rely on it.
 */
export function isActiveOn(day: Day, subscription: Subscription): boolean {
  return statusOn(day, subscription) === 'active';
}

/**
 * D3. The status on a day. Derived, never stored: cancelled before suspended before lapsed before planned.
 *
 * @example One that was suspended on 1 March and whose term ended on 15 March is `suspended`, not `lapsed`, on 20 March.
 */
export function statusOn(day: Day, subscription: Subscription): SubscriptionStatus {
  const suspended = suspendedFrom(subscription);
  if (subscription.cancelledOn !== undefined && subscription.cancelledOn <= day) return 'cancelled';
  if (suspended !== undefined && suspended <= day) return 'suspended';
  if (subscription.terms === undefined) return 'dates-unknown';
  if (subscription.terms.expiresOn <= day) return 'lapsed';
  return day < subscription.terms.startsOn ? 'planned' : 'active';
}

/**
 * D20. Over on a day: its term has passed, or it was cancelled. A suspension may be lifted, so what is suspended within its
 * term is not over; one that is suspended and past its term is, whichever of the two D3 shows.
 */
export function isOverOn(day: Day, subscription: Subscription): boolean {
  const { terms, cancelledOn } = subscription;
  return [terms?.expiresOn, cancelledOn].some((end) => end !== undefined && end <= day);
}

/** D2, D5. Whether an assignment to it gives access today: it is active, or nobody has entered its dates and nothing ended it. */
export function givesAccessToday(subscription: Subscription, today: Day): boolean {
  const status = statusOn(today, subscription);
  return status === 'active' || status === 'dates-unknown';
}

/**
 * D4. The day a subscription is expected to end, seen from today. One that renews by itself is expected to go on: it has no end
 * (`OPEN_END`) until its `expiresOn` has passed without anybody moving it forward, unless a suspension or cancellation bounds it.
 * Nobody can say while its dates are unknown (D5).
 *
 * @example It is set to renew on 1 March 2027: until 28 February nobody is at risk with it. On 1 March nobody has moved its end
 * forward: it has lapsed, and its people have no access.
 */
export function expectedEnd(subscription: Subscription, today: Day): Day | undefined {
  if (subscription.terms === undefined) return endsOn(subscription);
  return willRenew(subscription, today)
    ? (earliestOf([suspendedFrom(subscription), subscription.cancelledOn]) ?? OPEN_END)
    : endsOn(subscription);
}

/**
 * P1, P3. The day a subscription that people leave ends, as those who plan for it see it: the expected end, or the day of
 * renewal where none is expected, since people leave as if it were not renewed. Undefined while the dates are unknown (D5).
 */
export function endToLeaveBy(subscription: Subscription, today: Day): Day | undefined {
  const end = expectedEnd(subscription, today);
  return end === OPEN_END ? endsOn(subscription) : end;
}

/** D4. Set to renew by itself, and the day of renewal is still ahead. */
export function willRenew({ renewal, terms }: Subscription, today: Day): boolean {
  return renewal === 'auto' && terms !== undefined && today < terms.expiresOn;
}

/** D4. Active on a day, looking ahead from today: an auto-renewing subscription is expected to go on. */
export function isExpectedActiveOn({
  day,
  today,
  subscription,
}: {
  readonly day: Day;
  readonly today: Day;
  readonly subscription: Subscription;
}): boolean {
  if (subscription.terms === undefined) return false;
  const end = expectedEnd(subscription, today);
  return subscription.terms.startsOn <= day && (end === undefined || day < end);
}

/** D1. The first day of a suspension: the one entered or the one an import saw, whichever is earlier. */
function suspendedFrom(subscription: Subscription): Day | undefined {
  return earliestOf([subscription.suspendedOn, subscription.suspendedSeenOn]);
}
