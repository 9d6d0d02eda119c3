import { isOverOn } from '../subscriptions/status.ts';
import { isAccessKind } from '../subscriptions/subscription.ts';
import type { Finding } from './finding.ts';
import { concerning, type Overview } from './overview.ts';

/**
 * D13. A person should hold exactly one access licence. Those who hold two or more of subscriptions that are not over waste a
 * seat; of the two, premium applies.
 *
 * @example Ben holds standard of Sales and standard of Base, both of which go on: one seat could be given to somebody else.
 */
export function doubleAssignment({ subscriptions, standings, today }: Overview): readonly Finding[] {
  const running = new Set(subscriptions.filter((each) => !isOverOn(today, each)).map(({ subscriptionId }) => subscriptionId));
  const people = standings
    .map(({ person }) => person)
    .filter(({ assignments }) => assignments.length > 1)
    .filter(({ assignments }) => assignments.filter((held) => isAccessKind(held.kind) && running.has(held.subscriptionId)).length > 1);
  return people.length === 0 ? [] : [{ kind: 'double-assignment', severity: 'info', subject: 'tenant', ...concerning(people) }];
}
