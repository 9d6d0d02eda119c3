import type { PersonStanding } from '../coverage/standing.ts';
import type { SubscriptionId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import { endsOn } from '../subscriptions/status.ts';
import type { Finding } from './finding.ts';
import { concerning, type Overview, peopleBy } from './overview.ts';

/**
 * D10. People who hold assignments of which none gives access today. One finding for each subscription whose end came last
 * among their assignments, dated by that end; people of whom no subscription is known are one of the tenant's, without a date.
 */
export function stranded({ subscriptions, standings, today }: Overview): readonly Finding[] {
  const losers = strandedBy(standings);
  const bySubscription = subscriptions.flatMap((subscription): readonly Finding[] => {
    const { subscriptionId } = subscription;
    const people = losers.get(subscriptionId);
    const end = endsOn(subscription);
    if (people === undefined) return [];
    const on = end !== undefined && end <= today ? { on: end } : {};
    return [{ kind: 'stranded', severity: 'critical', subject: { subscriptionId }, ...on, ...concerning(people) }];
  });
  return [...bySubscription, ...strandedByNothing(standings)];
}

/** D10. Stranded people by the subscription whose end took their access. */
export function strandedBy(standings: readonly PersonStanding[]): ReadonlyMap<SubscriptionId, readonly Person[]> {
  return peopleBy(standings, ({ standing }) => (standing.standing === 'stranded' ? standing.lostWith : undefined));
}

function strandedByNothing(standings: readonly PersonStanding[]): readonly Finding[] {
  const people = standings
    .filter(({ standing }) => standing.standing === 'stranded' && standing.lostWith === undefined)
    .map(({ person }) => person);
  return people.length === 0 ? [] : [{ kind: 'stranded', severity: 'critical', subject: 'tenant', ...concerning(people) }];
}
