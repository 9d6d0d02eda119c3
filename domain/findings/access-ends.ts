import type { PersonStanding } from '../coverage/standing.ts';
import type { SubscriptionId } from '../ids.ts';
import { expectedEnd } from '../subscriptions/status.ts';
import type { Finding } from './finding.ts';
import { concerning, type Overview, peopleBy } from './overview.ts';
import { severityBefore } from './severity.ts';

/**
 * D25. A subscription with whose end somebody's coverage ends, however far ahead; a person counts for the one whose end makes
 * him or her uncovered. A warning, critical from 3 days before. People whose move is not confirmed yet count, too (R1).
 *
 * Unknown dates are no end to count down to; they are a finding of their own (D5).
 *
 * @example Sales ends on 1 January 2027. Of its 30 people 8 are assigned to Service, too: it is the end of access for 22, a
 * warning, and critical from 29 December 2026.
 */
export function accessEnds({ subscriptions, standings, today }: Overview): readonly Finding[] {
  const losing = peopleBy(standings, endsWith);
  return subscriptions.flatMap((subscription) => {
    const people = losing.get(subscription.subscriptionId);
    const on = expectedEnd(subscription, today);
    if (people === undefined || on === undefined || subscription.terms === undefined) return [];
    const { subscriptionId } = subscription;
    return [{ kind: 'access-ends', severity: severityBefore(on, today), subject: { subscriptionId }, on, ...concerning(people) }];
  });
}

function endsWith({ standing }: PersonStanding): SubscriptionId | undefined {
  return standing.standing === 'covered' && standing.horizon.coverage === 'until' ? standing.horizon.endsWith : undefined;
}
