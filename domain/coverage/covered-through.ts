import { type Day, OPEN_END } from '../days/day.ts';
import type { SubscriptionId } from '../ids.ts';
import type { Assignment, Person } from '../people/person.ts';
import { givesAccessToday } from '../subscriptions/status.ts';
import { isAccessKind, type Subscription } from '../subscriptions/subscription.ts';
import { byFirstDay, type Span, spanOf } from './spans.ts';

export type SubscriptionsById = ReadonlyMap<SubscriptionId, Subscription>;

/**
 * D8. How long a person's access lasts, counted from today: `none` when today is already uncovered, `open-ended`
 * through a subscription that renews by itself, else the last day of the unbroken run of covered days.
 * `endsWith` is the subscription whose end makes the person uncovered (D25); `resumesOn` names a gap.
 *
 * @example Ben holds Sales until 31 December and Service from 1 January on: his access goes on without a break. If Service
 * started on 11 January, 31 December would be his last day.
 */
export type Horizon =
  | { readonly coverage: 'none' }
  | { readonly coverage: 'open-ended' }
  | { readonly coverage: 'until'; readonly coveredThrough: Day; readonly endsWith: SubscriptionId; readonly resumesOn?: Day };

export function subscriptionsById(subscriptions: readonly Subscription[]): SubscriptionsById {
  return new Map(subscriptions.map((subscription) => [subscription.subscriptionId, subscription]));
}

/** D7. The assignments a person's access comes from: those of access kinds, or all of them for somebody who holds only add-ons. */
export function accessAssignmentsOf(person: Person): Person['assignments'] {
  if (person.assignments.length <= 1) return person.assignments;
  const access = person.assignments.filter(({ kind }) => isAccessKind(kind));
  return access.length > 0 ? access : person.assignments;
}

type Seen = { readonly subscriptions: SubscriptionsById; readonly today: Day };

/**
 * D7. A person is covered today when one of the assignments that give access is to a subscription active today.
 * That the tenant has another active subscription helps nobody who is not assigned to it. D5: unknown dates cover today.
 *
 * @example Ben is assigned to Sales, which lapsed yesterday. Service is active until 2029, and helps him only once he is
 * assigned to it.
 */
export function isCoveredToday({ person, subscriptions, today }: Seen & { readonly person: Person }): boolean {
  return accessAssignmentsOf(person).some(({ subscriptionId }) => {
    const subscription = subscriptions.get(subscriptionId);
    return subscription !== undefined && givesAccessToday(subscription, today);
  });
}

/** D8, D25. The horizon of one person, seen from today. For many people, `horizonsFrom`. */
export function horizonOf({ person, ...seen }: Seen & { readonly person: Person }): Horizon {
  return horizonsFrom(seen)(person);
}

/**
 * D8, D25. The horizon of each person one asks for, seen from today: reads each subscription's dates once, however many people
 * hold it. Nearly everybody holds one licence (D13), and whoever holds the same one has the same horizon.
 */
export function horizonsFrom({ subscriptions, today }: Seen): (person: Person) => Horizon {
  const spanFor = spansRead({ subscriptions, today });
  const ofOne = new Map<SubscriptionId, Horizon>();
  const through = (held: readonly Assignment[]): Horizon => {
    const spans = held.map(({ subscriptionId }) => spanFor(subscriptionId)).filter((span) => span !== undefined);
    return walk(spans.filter(({ until }) => until > today).toSorted(byFirstDay), today);
  };
  return (person) => {
    const held = accessAssignmentsOf(person);
    const [first] = held;
    if (first === undefined || held.length > 1) return through(held);
    const known = ofOne.get(first.subscriptionId);
    if (known !== undefined) return known;
    const horizon = through(held);
    ofOne.set(first.subscriptionId, horizon);
    return horizon;
  };
}

/** Each subscription's span, computed when it is first asked for. */
function spansRead({ subscriptions, today }: Seen): (subscriptionId: SubscriptionId) => Span | undefined {
  const spans = new Map<SubscriptionId, Span | undefined>();
  return (subscriptionId) => {
    const subscription = subscriptions.get(subscriptionId);
    if (subscription === undefined) return undefined;
    if (!spans.has(subscriptionId)) spans.set(subscriptionId, spanOf(subscription, today));
    return spans.get(subscriptionId);
  };
}

/** Spans by first day. Of two that end together, the first in that order is the one the access ends with. */
function walk(spans: readonly Span[], today: Day): Horizon {
  let end: Span | undefined;
  for (const span of spans) {
    const uncovered = end?.until ?? today;
    if (span.from > uncovered) return end === undefined ? { coverage: 'none' } : { ...throughThe(end), resumesOn: span.from };
    if (span.until > uncovered) end = span;
  }
  if (end === undefined) return { coverage: 'none' };
  return end.until === OPEN_END ? { coverage: 'open-ended' } : throughThe(end);
}

function throughThe({ lastDay, subscriptionId }: Span): Extract<Horizon, { coverage: 'until' }> {
  return { coverage: 'until', coveredThrough: lastDay, endsWith: subscriptionId };
}
