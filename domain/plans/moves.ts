import type { SubscriptionId } from '../ids.ts';
import type { Assignment, Person } from '../people/person.ts';
import type { HeldSeats } from '../subscriptions/seats.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { capacityOf } from './capacity.ts';
import type { Placed } from './placed.ts';
import type { Move } from './plan.ts';
import { addOnsOf } from './who-moves.ts';

type Asked = {
  readonly placed: readonly Placed[];
  readonly source: SubscriptionId;
  readonly held: HeldSeats;
  readonly acceptOverage: boolean;
};

/**
 * P3. The moves of a placement, in its order, with the add-ons. An add-on goes with the first of the person's moves whose
 * target commits it and, in a named tenant, has a seat of it left (P2: or more with `acceptOverage`), or where the person holds
 * it already. Else it is named as lost: it stays with the source and ends with it.
 */
export function movesOf({ placed, source, held, acceptOverage }: Asked): readonly Move[] {
  const seats = addOnSeats(held, acceptOverage);
  const assignmentOf = sharedAssignments();
  const moves: Move[] = [];
  for (const own of byPerson(placed)) {
    const taken = takenBy(own, source, seats);
    for (const each of own) {
      moves.push({
        personId: each.leaving.person.personId,
        from: assignmentOf(source, each.leaving.kind),
        to: assignmentOf(each.target.subscription.subscriptionId, each.kind),
        ...addOnsWith(each, { own, taken }),
        alreadyThere: each.alreadyThere,
      });
    }
  }
  return moves;
}

/** One object for each assignment, however many people move to it: a review holds as many plans of a large tenant as it has targets. */
function sharedAssignments(): (subscriptionId: SubscriptionId, kind: string) => Assignment {
  const shared = new Map<SubscriptionId, Map<string, Assignment>>();
  return (subscriptionId, kind) => {
    const kinds = shared.get(subscriptionId) ?? new Map<string, Assignment>();
    if (kinds.size === 0) shared.set(subscriptionId, kinds);
    const assignment = kinds.get(kind) ?? { subscriptionId, kind };
    if (!kinds.has(kind)) kinds.set(kind, assignment);
    return assignment;
  };
}

/** One person's moves stand side by side in the order of P4. */
function byPerson(placed: readonly Placed[]): readonly (readonly Placed[])[] {
  const groups: Placed[][] = [];
  for (const each of placed) {
    const last = groups.at(-1);
    if (last?.[0]?.leaving.person === each.leaving.person) last.push(each);
    else groups.push([each]);
  }
  return groups;
}

type Seat = 'free' | 'beyond' | 'held' | 'none';
/** An add-on of somebody who moves, and which of the moves takes it along; none where it is lost. */
type Taken = { readonly addOn: string; readonly by?: Placed; readonly overage: boolean };

const NONE: readonly never[] = [];

function takenBy(own: readonly Placed[], source: SubscriptionId, seats: AddOnSeats): readonly Taken[] {
  const person = own[0]?.leaving.person;
  if (person === undefined || person.assignments.length === 1) return NONE;
  return addOnsOf(person, source).map((addOn) => {
    for (const each of own) {
      const seat = seats({ person, target: each.target.subscription, addOn });
      if (seat !== 'none') return { addOn, by: each, overage: seat === 'beyond' };
    }
    return { addOn, overage: false };
  });
}

type Carrying = { readonly own: readonly Placed[]; readonly taken: readonly Taken[] };

/** What goes along with one of a person's moves; what is lost is named with the first. */
function addOnsWith(each: Placed, { own, taken }: Carrying): Pick<Move, 'addOns' | 'lostAddOns' | 'overage'> {
  if (taken.length === 0) return { addOns: NONE, lostAddOns: NONE, overage: each.overage };
  const carried = taken.filter(({ by }) => by === each);
  const lost = each === own[0] ? taken.filter(({ by }) => by === undefined) : [];
  return {
    addOns: carried.map(({ addOn }) => addOn),
    lostAddOns: lost.map(({ addOn }) => addOn),
    overage: each.overage || carried.some(({ overage }) => overage),
  };
}

type AddOnSeats = (asked: { readonly person: Person; readonly target: Subscription; readonly addOn: string }) => Seat;

/** Takes a seat of an add-on, where there is one, and counts it. */
function addOnSeats(held: HeldSeats, acceptOverage: boolean): AddOnSeats {
  const left = new Map<string, number>();
  return ({ person, target, addOn }) => {
    const { subscriptionId } = target;
    if (person.assignments.some((own) => own.subscriptionId === subscriptionId && own.kind === addOn)) return 'held';
    const { committed, free } = capacityOf({ subscription: target, kind: addOn, held });
    if (committed === undefined) return 'none';
    const key = `${subscriptionId} ${addOn}`;
    const now = left.get(key) ?? free;
    if (now <= 0) return acceptOverage ? 'beyond' : 'none';
    left.set(key, now - 1);
    return 'free';
  };
}
