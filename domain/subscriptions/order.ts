import { OPEN_END } from '../days/day.ts';
import { byId } from '../ids.ts';
import type { Subscription } from './subscription.ts';

/** D14, D21. The oldest subscription first; of two that start together, the one with the smaller id. Unknown starts come last. */
export function byStartThenId(left: Subscription, right: Subscription): number {
  return byId(startOf(left), startOf(right)) || byId(left.subscriptionId, right.subscriptionId);
}

function startOf({ terms }: Subscription): string {
  return terms?.startsOn ?? OPEN_END;
}
