import type { Day } from '../days/day.ts';
import type { SubscriptionId } from '../ids.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { TenantPicture } from '../tenants/picture.ts';
import { liableOn } from './liable.ts';
import { primaryOn } from './primary.ts';
import type { Seen } from './seen.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { turningDays } from './turning-days.ts';
import { byUsageType, type UsageType } from './usage.ts';

/** Days on end with the same payer, from a first through a last one; without a subscription: nobody pays. */
export type Stretch = Segment<{ readonly subscriptionId?: SubscriptionId }>;

/** Who pays, stretch by stretch: the primary, and the liable subscription per usage type. */
export type Payers = { readonly primary: readonly Stretch[]; readonly liability: Readonly<Record<UsageType, readonly Stretch[]>> };

type Asked = { readonly picture: TenantPicture; readonly today: Day; readonly from: Day; readonly to: Day };

/**
 * D15. The primary, and whoever else pays (D18), is a function of the day: each hand-over, and each hand-back when an older
 * subscription's dates are moved forward, on its day.
 *
 * @example Sales lapses on 1 October and Service becomes primary. On 1 December the end of Sales is moved forward to 2029: it
 * is primary again from that day.
 */
export function payersBetween(asked: Asked): Payers {
  return {
    primary: stretchesOf(asked, primaryOn),
    liability: byUsageType((type) => stretchesOf(asked, (seen) => liableOn(type, seen))),
  };
}

function stretchesOf({ picture, today, from, to }: Asked, payerOn: (seen: Seen) => Subscription | undefined): readonly Stretch[] {
  return segmentsOf({ from, to, turning: turningDays({ picture, today }) }, (day) => {
    const subscriptionId = payerOn({ day, today, picture })?.subscriptionId;
    return subscriptionId === undefined ? {} : { subscriptionId };
  });
}
