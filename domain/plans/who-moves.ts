import { doesFor } from '../coverage/does-for.ts';
import { byFirstDay, type Span, spanOf } from '../coverage/spans.ts';
import type { Day } from '../days/day.ts';
import type { Overview } from '../findings/overview.ts';
import { byId, type SubscriptionId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import { type AccessKind, isAccessKind, type Subscription } from '../subscriptions/subscription.ts';
import { lastsUntil } from './candidates.ts';
import type { PlanRequest } from './plan.ts';

/** P3. One person's licence of one access kind of the source: what a plan has to find a place for. */
export type Leaving = { readonly person: Person; readonly kind: AccessKind };

/** P3. Both lists in the order of P4; of one person's licences, by kind. */
export type WhoMoves = { readonly staying: readonly Person[]; readonly leaving: readonly Leaving[] };

type Asked = {
  readonly overview: Pick<Overview, 'picture' | 'people' | 'today'>;
  readonly source: Subscription;
  readonly request: Pick<PlanRequest, 'people'>;
};

/**
 * P3. Everybody holding an access kind of the source leaves it, except those who stay: by other assignments covered without
 * reduction until the margin. People whose move is not confirmed yet are left out (R1), and so is whoever was not asked for.
 *
 * @example Ben holds standard of Sales and standard of Base, which outlasts it: he stays, and takes no seat. Cara holds premium
 * of Sales and standard of Base: she moves, since staying would cost her premium.
 */
export function whoMoves({ overview, source, request }: Asked): WhoMoves {
  const asked = request.people && new Set(request.people);
  const stays = stayingRule({ overview, source });
  const staying: Person[] = [];
  const leaving: Leaving[] = [];
  for (const person of overview.people) {
    if (person.moving !== undefined || asked?.has(person.personId) === false) continue;
    const kinds = accessKindsOf(person, source.subscriptionId);
    if (kinds.length === 0) continue;
    if (stays(person)) staying.push(person);
    else for (const kind of kinds) leaving.push({ person, kind });
  }
  return { staying, leaving };
}

/** The kinds a person holds of a subscription that give no access by themselves, in order of name. */
export function addOnsOf({ assignments }: Person, subscriptionId: SubscriptionId): readonly string[] {
  return kindsOf({ assignments }, subscriptionId).filter((kind) => !isAccessKind(kind));
}

function accessKindsOf(person: Person, subscriptionId: SubscriptionId): readonly AccessKind[] {
  return kindsOf(person, subscriptionId).filter(isAccessKind);
}

function kindsOf({ assignments }: Pick<Person, 'assignments'>, subscriptionId: SubscriptionId): readonly string[] {
  const held = assignments.filter((each) => each.subscriptionId === subscriptionId).map(({ kind }) => kind);
  return held.length > 1 ? held.toSorted(byId) : held;
}

/**
 * P3, D7. Without reduction: each kind held of the source is held elsewhere, too, on every day from today until the margin;
 * premium does for standard, nothing else for anything else.
 */
function stayingRule({ overview: { picture, today }, source }: Omit<Asked, 'request'>): (person: Person) => boolean {
  const until = lastsUntil({ picture, from: source, today });
  const spans = new Map(picture.subscriptions.map((subscription) => [subscription.subscriptionId, spanOf(subscription, today)]));
  return (person) => {
    if (person.assignments.length === 1) return false;
    const elsewhere = person.assignments.filter(({ subscriptionId }) => subscriptionId !== source.subscriptionId);
    if (elsewhere.length === 0) return false;
    return kindsOf(person, source.subscriptionId).every((kind) => {
      const held = elsewhere.filter((other) => doesFor(other.kind, kind)).map(({ subscriptionId }) => spans.get(subscriptionId));
      return coversEachDay(held, { from: today, until });
    });
  };
}

/** Today always counts, also where a margin of no days is over by then. */
function coversEachDay(spans: readonly (Span | undefined)[], { from, until }: { readonly from: Day; readonly until: Day }): boolean {
  const ahead = spans.filter((span) => span !== undefined).toSorted(byFirstDay);
  const reached = ahead.reduce((day, span) => (span.from <= day && span.until > day ? span.until : day), from);
  return reached > from && reached >= until;
}
