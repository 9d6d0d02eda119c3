import type { Day } from '../days/day.ts';
import { expectedEnd, statusOn, willRenew } from '../subscriptions/status.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { Finding } from './finding.ts';
import { concerning, holdersOf, type Overview } from './overview.ts';

/**
 * D4. A subscription that is set to renew, while that day is ahead: a reminder to check that the renewal keeps its id. Where a
 * suspension or cancellation comes no later than the renewal, there is none to check.
 */
export function renewalAhead(overview: Overview): readonly Finding[] {
  return overview.subscriptions.flatMap((subscription) => {
    const on = renewsOn(subscription, overview.today);
    if (on === undefined) return [];
    const { subscriptionId } = subscription;
    return [
      { kind: 'renewal-ahead', severity: 'warning', subject: { subscriptionId }, on, ...concerning(holdersOf(overview, subscriptionId)) },
    ];
  });
}

function renewsOn(subscription: Subscription, today: Day): Day | undefined {
  const status = statusOn(today, subscription);
  const on = subscription.terms?.expiresOn;
  const end = expectedEnd(subscription, today);
  if (!willRenew(subscription, today) || (status !== 'active' && status !== 'planned')) return undefined;
  return on !== undefined && end !== undefined && on < end ? on : undefined;
}
