import type { Day } from '../days/day.ts';
import { withSince } from './since.ts';
import type { Subscription } from './subscription.ts';

/** What an entry leaves alone: the mark an import saw, and since when the subscription has had each type (D18). */
export function asEntered({
  entered,
  before,
  today,
}: {
  readonly entered: Subscription;
  readonly before: Subscription | undefined;
  readonly today: Day;
}): Subscription {
  const seen = before?.suspendedSeenOn;
  return { ...entered, commitments: withSince({ entered, before, today }), ...(seen !== undefined && { suspendedSeenOn: seen }) };
}
