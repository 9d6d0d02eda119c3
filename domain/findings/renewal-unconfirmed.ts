import type { Day } from '../days/day.ts';
import { endsOn, statusOn } from '../subscriptions/status.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { Finding } from './finding.ts';
import { concerning, type Overview } from './overview.ts';
import { strandedBy } from './stranded.ts';

/**
 * D4. A subscription that was set to renew and whose `expiresOn` has passed without anybody moving it forward. From that day it
 * counts as lapsed, also where an import sees it suspended afterwards. Names the people its end has stranded; it holds even
 * where there are none, since nobody knows what was renewed.
 */
export function renewalUnconfirmed({ subscriptions, standings, today }: Overview): readonly Finding[] {
  const stranded = strandedBy(standings);
  return subscriptions.flatMap((subscription) => {
    const on = unconfirmedSince(subscription, today);
    if (on === undefined) return [];
    const { subscriptionId } = subscription;
    const people = stranded.get(subscriptionId) ?? [];
    return [{ kind: 'renewal-unconfirmed', severity: 'critical', subject: { subscriptionId }, on, ...concerning(people) }];
  });
}

/** Its expiry ended it, and no earlier day: a suspension that is seen later confirms no renewal. */
function unconfirmedSince(subscription: Subscription, today: Day): Day | undefined {
  const on = subscription.terms?.expiresOn;
  if (on === undefined || subscription.renewal !== 'auto' || on > today || on !== endsOn(subscription)) return undefined;
  return statusOn(today, subscription) === 'cancelled' ? undefined : on;
}
