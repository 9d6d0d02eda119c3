import { accessAssignmentsOf } from '../coverage/covered-through.ts';
import { byFirstDay, spanOf } from '../coverage/spans.ts';
import type { SubscriptionId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { Finding } from './finding.ts';
import { concerning, type Overview, peopleBy } from './overview.ts';

/**
 * D10. People who were never covered and whose subscription starts later: by the one that starts first for them, dated by that day.
 *
 * @example Ben holds a licence of Next, which starts on 1 October, and nothing else: he is not without access by any fault, and
 * will have it from that day.
 */
export function waiting({ subscriptions, standings, today }: Overview): readonly Finding[] {
  const spans = subscriptions.map((subscription) => spanOf(subscription, today)).filter((span) => span !== undefined);
  const startsFirst = spans.filter(({ from }) => from > today).toSorted(byFirstDay);
  const firstFor = (person: Person): SubscriptionId | undefined => {
    const held = new Set(accessAssignmentsOf(person).map(({ subscriptionId }) => subscriptionId));
    return startsFirst.find(({ subscriptionId }) => held.has(subscriptionId))?.subscriptionId;
  };
  const waitingFor = peopleBy(standings, ({ person, standing }) => (standing.standing === 'waiting' ? firstFor(person) : undefined));
  return startsFirst.flatMap(({ subscriptionId, from }): readonly Finding[] => {
    const people = waitingFor.get(subscriptionId);
    return people === undefined
      ? []
      : [{ kind: 'waiting', severity: 'info', subject: { subscriptionId }, on: from, ...concerning(people) }];
  });
}
