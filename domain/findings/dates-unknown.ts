import type { Finding } from './finding.ts';
import { concerning, holdersOf, type Overview } from './overview.ts';

/** D5. A subscription that an import has seen and whose dates nobody has entered: it covers today, and unknown is risk, never "fine". */
export function datesUnknown(overview: Overview): readonly Finding[] {
  return overview.subscriptions
    .filter(({ terms }) => terms === undefined)
    .map(({ subscriptionId }) => ({
      kind: 'dates-unknown',
      severity: 'warning',
      subject: { subscriptionId },
      ...concerning(holdersOf(overview, subscriptionId)),
    }));
}
