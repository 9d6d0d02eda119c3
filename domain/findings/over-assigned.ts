import { overAssignedSeats } from '../subscriptions/seats.ts';
import { isOverOn } from '../subscriptions/status.ts';
import type { Finding } from './finding.ts';
import type { Overview } from './overview.ts';

/**
 * D24. A subscription, not over, of which more people hold a kind than it commits; only where each holder takes a seat (`named`).
 *
 * @example 12 people hold a premium licence of a named subscription that commits 10: it is said once, with both numbers. In a
 * concurrent tenant it is nothing.
 */
export function overAssigned({ subscriptions, held, today }: Overview): readonly Finding[] {
  return subscriptions
    .filter((subscription) => !isOverOn(today, subscription))
    .flatMap((subscription) => {
      const seats = overAssignedSeats(subscription, held).map(({ kind, committed, assigned }) => ({ kind, committed, assigned }));
      if (seats.length === 0) return [];
      return [{ kind: 'over-assigned', severity: 'warning', subject: { subscriptionId: subscription.subscriptionId }, seats }];
    });
}
