import type { Day } from '../days/day.ts';
import type { SubscriptionId } from '../ids.ts';
import { asEntered } from '../subscriptions/as-entered.ts';
import { licensingClash } from '../subscriptions/licensing.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { Rejection } from './import.ts';
import type { SubscriptionEntry } from './import-input.ts';
import { isSame } from './is-same.ts';

/** What the subscriptions of a JSON import come to, against what is stored. */
export type DecidedSubscriptions = {
  readonly changed: readonly { readonly before: Subscription | undefined; readonly subscription: Subscription }[];
  readonly unchanged: number;
  readonly rejected: readonly Rejection[];
};

type Asked = { readonly entries: readonly SubscriptionEntry[]; readonly stored: readonly Subscription[]; readonly today: Day };

/**
 * D20. Takes a file's subscriptions one after the other: what is stored wins, then the order of the file. One that would
 * mix licensing models is rejected with the other's id, and the rest goes on.
 */
export function decideSubscriptions({ entries, stored, today }: Asked): DecidedSubscriptions {
  const known = new Map(stored.map((subscription) => [subscription.subscriptionId, subscription]));
  const changed: DecidedSubscriptions['changed'][number][] = [];
  const rejected: Rejection[] = [];
  let unchanged = 0;
  for (const { path, subscription: entered } of entries) {
    const before = known.get(entered.subscriptionId);
    const subscription = asEntered({ entered, before, today });
    const clash = licensingClash({ subscription, others: [...known.values()], today });
    if (clash !== undefined) rejected.push(mixed(path, clash));
    else if (before !== undefined && isSame(before, subscription)) unchanged += 1;
    else changed.push({ before, subscription });
    if (clash === undefined) known.set(subscription.subscriptionId, subscription);
  }
  return { changed, unchanged, rejected };
}

function mixed(path: string, clash: SubscriptionId): Rejection {
  const detail = `Its licensing model is another one than that of ${clash}; all subscriptions of a tenant have one licensing model.`;
  return { path, reason: 'licensing-model-mixed', detail };
}
