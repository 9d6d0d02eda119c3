import { addDays, type Day, earliestOf, OPEN_END } from '../days/day.ts';
import { willRenew } from '../subscriptions/status.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { TenantPicture } from '../tenants/picture.ts';

/**
 * D4, D5. A tenant as it is expected to go on, seen from today: what is set to renew by itself has no end any more, unless a
 * suspension or cancellation bounds it; what has no dates gives access today and not beyond. Everything else is as it is.
 *
 * A forecast of a later day is the check of that day on this picture, so the two cannot disagree.
 */
export function foreseen(picture: TenantPicture, today: Day): TenantPicture {
  return { ...picture, subscriptions: picture.subscriptions.map((subscription) => expected(subscription, today)) };
}

function expected(subscription: Subscription, today: Day): Subscription {
  const { terms, suspendedOn } = subscription;
  if (terms === undefined) return { ...subscription, suspendedOn: earliestOf([suspendedOn, addDays(today, 1)]) ?? addDays(today, 1) };
  return willRenew(subscription, today) ? { ...subscription, terms: { ...terms, expiresOn: OPEN_END } } : subscription;
}
