import type { Day } from '../days/day.ts';
import { byStartThenId } from '../subscriptions/order.ts';
import { isExpectedActiveOn } from '../subscriptions/status.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { TenantPicture } from '../tenants/picture.ts';

/**
 * D14. The primary of a day, seen from today: the oldest subscription active that day (tie: smallest id), unless Control Hub
 * shows another one, `primaryOverride`, which wins while it is active. None when nothing is active; unknown dates never are (D5).
 *
 * It is a function of the day because it moves when a subscription ends, and moves back when an older one is renewed (D15).
 * Looking ahead, a subscription that renews by itself is expected to go on (D4).
 */
export function primaryOn({
  day,
  today,
  picture,
}: {
  readonly day: Day;
  readonly today: Day;
  readonly picture: TenantPicture;
}): Subscription | undefined {
  const active = picture.subscriptions.filter((subscription) => isExpectedActiveOn({ day, today, subscription })).toSorted(byStartThenId);
  return active.find(({ subscriptionId }) => subscriptionId === picture.tenant.primaryOverride) ?? active[0];
}
