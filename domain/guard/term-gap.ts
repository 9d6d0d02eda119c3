import { spanOf } from '../coverage/spans.ts';
import { addDays, type Day, latestOf } from '../days/day.ts';
import type { Subscription } from '../subscriptions/subscription.ts';

export type TermGap = { readonly from: Day; readonly to: Day };

type Asked = { readonly planned: Subscription; readonly others: readonly Subscription[]; readonly today: Day };

/**
 * D2, D4. The days, from today on, between the end of the tenant's present terms and the start of a planned subscription, on
 * which nothing whose dates are known is active. None where a term goes on until then, where there never was one, and where the
 * start is not ahead any more. What renews by itself goes on; what has no dates is no term (D5).
 */
export function termGap({ planned, others, today }: Asked): TermGap | undefined {
  const startsOn = planned.terms?.startsOn;
  if (startsOn === undefined || startsOn <= today) return undefined;
  const ends = others
    .filter(({ terms }) => terms !== undefined)
    .map((other) => spanOf(other, today))
    .flatMap((span) => (span === undefined || span.from >= startsOn ? [] : [span.until]));
  const last = latestOf(ends);
  const from = last && latestOf([last, today]);
  return from === undefined || from >= startsOn ? undefined : { from, to: addDays(startsOn, -1) };
}
