import { accessAssignmentsOf } from '../coverage/covered-through.ts';
import { doesFor } from '../coverage/does-for.ts';
import { type Span, spanOf } from '../coverage/spans.ts';
import { type Day, latestOf, OPEN_END } from '../days/day.ts';
import { byId, type SubscriptionId } from '../ids.ts';
import type { Assignment, Person } from '../people/person.ts';
import type { Finding } from './finding.ts';
import { concerning, type Overview } from './overview.ts';

/**
 * D7. People who keep their access when a subscription ends and lose a kind with it: an add-on, or premium while standard goes
 * on. Dated by its expected end, so an auto-renewing one reduces nobody before (D4). It stays true after the end while they hold
 * that licence and nothing replaces it: whoever has been moved no longer does.
 *
 * @example Ben holds premium of Sales, which ends on 1 March, and standard of Base: he keeps Agent Desktop and loses what
 * premium adds. No more is lost once he holds premium of Base.
 */
export function reduced({ subscriptions, standings, today }: Overview): readonly Finding[] {
  const spans = new Map(subscriptions.filter(({ terms }) => terms !== undefined).map((each) => [each.subscriptionId, spanOf(each, today)]));
  const losses = standings.flatMap(({ person }) => (person.assignments.length > 1 ? lossesOf({ person, spans, today }) : []));
  return subscriptions.flatMap(({ subscriptionId }): readonly Finding[] => {
    const those = losses.filter(({ lost }) => lost.subscriptionId === subscriptionId);
    const on = spans.get(subscriptionId)?.until;
    if (those.length === 0 || on === undefined) return [];
    const kinds = [...new Set(those.map(({ lost }) => lost.kind))].toSorted(byId);
    const people = [...new Set(those.map(({ person }) => person))];
    return [{ kind: 'reduced', severity: 'warning', subject: { subscriptionId }, on, kinds, ...concerning(people) }];
  });
}

type Spans = ReadonlyMap<SubscriptionId, Span | undefined>;
type Asked = { readonly person: Person; readonly spans: Spans; readonly today: Day };

/** What a person loses, of what he or she holds, with the end of its subscription, although that end does not take the access. */
function lossesOf({ person, spans, today }: Asked): readonly { readonly person: Person; readonly lost: Assignment }[] {
  const access = accessAssignmentsOf(person);
  const heldOn = (day: Day, among: readonly Assignment[]) => among.some((each) => isWithin(day, spans.get(each.subscriptionId)));
  return person.assignments
    .filter((lost) => {
      const end = spans.get(lost.subscriptionId)?.until ?? OPEN_END;
      if (end === OPEN_END || !heldOn(end, access) || !heldOn(latestOf([end, today]) ?? end, access)) return false;
      const others = person.assignments.filter((other) => doesFor(other.kind, lost.kind));
      return !heldOn(end, others) && !heldOn(latestOf([end, today]) ?? end, others);
    })
    .map((lost) => ({ person, lost }));
}

function isWithin(day: Day, span: Span | undefined): boolean {
  return span !== undefined && span.from <= day && day < span.until;
}
