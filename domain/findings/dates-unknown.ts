import type { Finding } from './finding.ts';
import { concerning, holdersOf, type Overview } from './overview.ts';

/**
 * D5. A subscription that an import has seen and whose dates nobody has entered: it covers today, and unknown is risk, never "fine".
 *
 * @example An export of Control Hub names Sub1234567, which nobody has entered. Its 12 agents have access today; how long,
 * nobody can tell.
 */
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
