import { addDays, type Day } from '../days/day.ts';
import type { SubscriptionId } from '../ids.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { TenantPicture } from '../tenants/picture.ts';
import { liableOn } from './liable.ts';
import { primaryOn } from './primary.ts';
import type { Seen } from './seen.ts';
import { turningDays } from './turning-days.ts';
import type { UsageType } from './usage.ts';

/** Days on end with the same payer, from a first through a last one; without a subscription: nobody pays. */
export type Stretch = { readonly from: Day; readonly to: Day; readonly subscriptionId?: SubscriptionId };

/** Who pays, stretch by stretch: the primary, and the liable subscription per usage type. */
export type Payers = { readonly primary: readonly Stretch[]; readonly liability: Readonly<Record<UsageType, readonly Stretch[]>> };

type Asked = { readonly picture: TenantPicture; readonly today: Day; readonly from: Day; readonly to: Day };

/** D15, D18. Who pays from one day through another: each hand-over, and each hand-back, on its day. */
export function payersBetween(asked: Asked): Payers {
  const liable = (type: UsageType) => stretchesOf(asked, (seen) => liableOn(type, seen));
  return {
    primary: stretchesOf(asked, primaryOn),
    liability: {
      agents: liable('agents'),
      ivr: liable('ivr'),
      connect: liable('connect'),
      'ai-agent': liable('ai-agent'),
      'ai-assistant': liable('ai-assistant'),
      'ivr-outbound': liable('ivr-outbound'),
    },
  };
}

/** One payer is asked for per stretch of days that are alike; neighbours with the same payer are one. */
function stretchesOf({ picture, today, from, to }: Asked, payerOn: (seen: Seen) => Subscription | undefined): readonly Stretch[] {
  const firstDays = [from, ...turningDays({ picture, today }).filter((day) => from < day && day <= to)];
  const stretches: Stretch[] = [];
  for (const [index, first] of firstDays.entries()) {
    const next = firstDays[index + 1];
    const last = next === undefined ? to : addDays(next, -1);
    const subscriptionId = payerOn({ day: first, today, picture })?.subscriptionId;
    const before = stretches.at(-1);
    if (before !== undefined && before.subscriptionId === subscriptionId) stretches.splice(-1, 1, { ...before, to: last });
    else stretches.push({ from: first, to: last, ...(subscriptionId !== undefined && { subscriptionId }) });
  }
  return stretches;
}
