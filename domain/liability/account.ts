import type { Day } from '../days/day.ts';
import { byId, type SubscriptionId } from '../ids.ts';
import { liableOn } from './liable.ts';
import { committedOn, overageOf } from './overage.ts';
import { primaryOn } from './primary.ts';
import type { Seen } from './seen.ts';
import { USAGE_TYPES, type Usage, type UsageType } from './usage.ts';

type Share = Pick<Usage, 'subscriptionId' | 'quantity'>;

/** What a tenant used of one type in a month, held against what it commits, and who pays for what is beyond. */
type AccountOfType = {
  readonly type: UsageType;
  readonly used: number;
  readonly committed: number;
  readonly overage: number;
  readonly paidBy?: SubscriptionId;
  readonly bySubscription: readonly Share[];
};

/** D17. A month's usage; `on` is the day whose commitments it is held against. */
export type Account = { readonly on: Day; readonly items: readonly AccountOfType[] };

/**
 * D17. A month's usage held against the commitments of its last day: overage is of the whole tenant and is charged in full to
 * the liable subscription (D18), never split. The running month is seen from today. A type that nobody entered is left out.
 */
export function accountOf(usage: readonly Usage[], seen: Seen): Account {
  const types = USAGE_TYPES.filter((type) => usage.some((each) => each.type === type));
  return { on: seen.day, items: types.map((type) => accountOfType(type, { usage, seen })) };
}

/** D16, D19. What the whole tenant used of each type that was entered. */
export function usedByType(usage: readonly Usage[]): Readonly<Partial<Record<UsageType, number>>> {
  const used: Partial<Record<UsageType, number>> = {};
  for (const { type, quantity } of usage) used[type] = (used[type] ?? 0) + quantity;
  return used;
}

function accountOfType(type: UsageType, { usage, seen }: { readonly usage: readonly Usage[]; readonly seen: Seen }): AccountOfType {
  const entered = usage.filter((each) => each.type === type);
  const used = entered.reduce((sum, { quantity }) => sum + quantity, 0);
  const committed = committedOn(type, seen);
  const payer = liableOn(type, seen);
  return {
    type,
    used,
    committed,
    overage: overageOf({ used, committed }),
    ...(payer !== undefined && { paidBy: payer.subscriptionId }),
    bySubscription: attributed(type, { entered, used, seen }),
  };
}

type Entered = { readonly entered: readonly Usage[]; readonly used: number; readonly seen: Seen };

/**
 * D16. Usage is attributed to the subscription it was made under, except that of Webex Connect, which goes to the primary
 * alone; where there is no primary, it stays where it was made.
 *
 * @example Service used 900 of Connect and 10 agents, and Sales is primary: the 10 agents are Service's, the 900 are Sales's.
 */
function attributed(type: UsageType, { entered, used, seen }: Entered): readonly Share[] {
  const primary = type === 'connect' ? primaryOn(seen) : undefined;
  if (primary !== undefined) return [{ subscriptionId: primary.subscriptionId, quantity: used }];
  return entered
    .map(({ subscriptionId, quantity }) => ({ subscriptionId, quantity }))
    .toSorted((left, right) => byId(left.subscriptionId, right.subscriptionId));
}
