import type { Day } from '../days/day.ts';
import type { Commitment, Subscription } from './subscription.ts';

/**
 * D18. Since when a subscription has had each type, where the entry leaves it out: as stored; for a type new to an existing
 * subscription, today; for a new one, or one whose terms nobody had entered, its `startsOn`.
 */
export function withSince({
  entered,
  before,
  today,
}: {
  readonly entered: Subscription;
  readonly before: Subscription | undefined;
  readonly today: Day;
}): readonly Commitment[] {
  return entered.commitments.map((commitment) => {
    if (commitment.since !== undefined) return commitment;
    const since = sinceOf({ kind: commitment.kind, entered, before, today });
    return since === undefined ? commitment : { ...commitment, since };
  });
}

type Asked = { readonly kind: string; readonly entered: Subscription; readonly before: Subscription | undefined; readonly today: Day };

function sinceOf({ kind, entered, before, today }: Asked): Day | undefined {
  const stored = before?.commitments.find((commitment) => commitment.kind === kind)?.since;
  if (stored !== undefined) return stored;
  return before?.terms === undefined ? entered.terms?.startsOn : today;
}
