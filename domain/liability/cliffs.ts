import { addDays, type Day } from '../days/day.ts';
import type { SubscriptionId } from '../ids.ts';
import type { TenantPicture } from '../tenants/picture.ts';
import { liableOn } from './liable.ts';
import { committedOn, overageOf } from './overage.ts';
import { turningDays } from './turning-days.ts';
import { USAGE_TYPES, type UsageType } from './usage.ts';

/** D19. A day on which the tenant's commitment of a type falls, and what that costs whom. */
export type Cliff = {
  readonly on: Day;
  readonly type: UsageType;
  /** The tenant's commitment on the day before, and on that day: what starts then is in it. */
  readonly before: number;
  readonly after: number;
  /** What is used, as far as it is known, and how much of it is overage from that day on. */
  readonly used?: number;
  readonly overage?: number;
  /** D18. Who pays for overage from that day on. */
  readonly paidBy?: SubscriptionId;
};

type Asked = { readonly picture: TenantPicture; readonly today: Day; readonly from: Day; readonly to: Day };

/**
 * D19. A seat cliff is a day on which the tenant's commitment of a type falls below that of the day before; what starts on that
 * day is in it. Every one from one day through another, in order of day, then of type, with the use of the latest month known, the
 * overage from that day on, and who pays it.
 *
 * @example North (10 agents) ends on 1 January 2027, South (15) goes on: from 25 to 15 on that day. With 27 used, 12 are
 * overage, and South pays.
 */
export function cliffsBetween({ from, to, ...seen }: Asked): readonly Cliff[] {
  return turningDays(seen)
    .filter((day) => from <= day && day <= to)
    .flatMap((on) => USAGE_TYPES.flatMap((type) => cliffOn({ on, type, ...seen }) ?? []));
}

function cliffOn({ on, type, today, picture }: Omit<Asked, 'from' | 'to'> & Pick<Cliff, 'on' | 'type'>): Cliff | undefined {
  const before = committedOn(type, { day: addDays(on, -1), today, picture });
  const after = committedOn(type, { day: on, today, picture });
  if (after >= before) return undefined;
  const used = picture.usage?.used[type];
  const payer = liableOn(type, { day: on, today, picture });
  return {
    on,
    type,
    before,
    after,
    ...(used !== undefined && { used, overage: overageOf({ used, committed: after }) }),
    ...(payer !== undefined && { paidBy: payer.subscriptionId }),
  };
}
