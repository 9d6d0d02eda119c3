import { addDays, type Day, latestOf } from '../days/day.ts';
import { expectedEnd } from '../subscriptions/status.ts';
import type { Subscription } from '../subscriptions/subscription.ts';

export type TermGap = { readonly from: Day; readonly to: Day };

type Asked = { readonly planned: Subscription; readonly others: readonly Subscription[]; readonly today: Day };

/**
 * D2, D4. The days between the end of the tenant's present terms and the start of a planned subscription, on which nothing is
 * active and nobody has access. None where a term goes on until then, where there is no term to go on from, and where the start
 * is not ahead any more. What renews by itself goes on; what has no dates is no term (D5).
 */
export function termGap({ planned, others, today }: Asked): TermGap | undefined {
  const startsOn = planned.terms?.startsOn;
  if (startsOn === undefined || startsOn <= today) return undefined;
  const ends = others.map((other) =>
    other.terms !== undefined && other.terms.startsOn < startsOn ? expectedEnd(other, today) : undefined,
  );
  const from = latestOf(ends);
  return from === undefined || from >= startsOn ? undefined : { from, to: addDays(startsOn, -1) };
}
