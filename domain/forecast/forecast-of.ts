import type { Day } from '../days/day.ts';
import type { SubscriptionId } from '../ids.ts';
import { type Cliff, cliffsBetween } from '../liability/cliffs.ts';
import { liableOn } from '../liability/liable.ts';
import { primaryOn } from '../liability/primary.ts';
import { turningDays } from '../liability/turning-days.ts';
import type { UsageType } from '../liability/usage.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { TenantPicture } from '../tenants/picture.ts';
import { foreseen } from './foreseen.ts';
import { type PeopleCounts, peopleAhead } from './people-ahead.ts';
import { type Segment, segmentsOf } from './segments.ts';

/** Whose turn it is, where it is anybody's. */
type Holder = { readonly subscriptionId?: SubscriptionId };

/** D15. What is expected from one day through another. */
export type Forecast = {
  /** D14. Hand-overs and hand-backs are where one segment ends and the next begins. */
  readonly primary: readonly Segment<Holder>[];
  /** D18. Who would pay for overage of each usage type. */
  readonly liability: Readonly<Record<UsageType, readonly Segment<Holder>[]>>;
  readonly cliffs: readonly Cliff[];
  /** D7. How many people have access. */
  readonly horizon: readonly Segment<PeopleCounts>[];
};

type Asked = { readonly picture: TenantPicture; readonly today: Day; readonly from: Day; readonly to: Day };

/**
 * D15. What is expected of a tenant from one day through another, seen from today and exact to the day: the primary, who pays
 * for which usage type, the days on which commitments fall, and how many people have access. What renews by itself is expected
 * to go on (D4); unknown dates cover today and not beyond (D5). Nobody is expected to move anybody.
 *
 * Each day is judged by the daily check's own rules, on the tenant as it is foreseen.
 */
export function forecastOf({ picture, today, from, to }: Asked): Forecast {
  const ahead = foreseen(picture, today);
  const range = { from, to, turning: turningDays({ picture: ahead, today }) };
  const payers = (type: UsageType) => segmentsOf(range, (day) => holder(liableOn(type, { day, today: day, picture: ahead })));
  return {
    primary: segmentsOf(range, (day) => holder(primaryOn({ day, today: day, picture: ahead }))),
    liability: byType(payers),
    cliffs: cliffsBetween({ picture: ahead, today, from, to }),
    horizon: segmentsOf(range, peopleAhead(ahead)),
  };
}

function byType<Answer>(answer: (type: UsageType) => Answer): Readonly<Record<UsageType, Answer>> {
  return {
    agents: answer('agents'),
    ivr: answer('ivr'),
    connect: answer('connect'),
    'ai-agent': answer('ai-agent'),
    'ai-assistant': answer('ai-assistant'),
    'ivr-outbound': answer('ivr-outbound'),
  };
}

function holder(subscription: Subscription | undefined): Holder {
  return subscription === undefined ? {} : { subscriptionId: subscription.subscriptionId };
}
