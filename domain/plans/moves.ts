import type { SubscriptionId } from '../ids.ts';
import type { Person } from '../people/person.ts';
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
  return byPerson(placed).flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const taken = addOnsOf(first.leaving.person, source).map((addOn) => ({ addOn, ...takenBy(own, addOn, seats) }));
    return own.map((each, at): Move => {
      const carried = taken.filter(({ by }) => by === each);
      return {
        personId: each.leaving.person.personId,
        from: { subscriptionId: source, kind: each.leaving.kind },
        to: { subscriptionId: each.target.subscription.subscriptionId, kind: each.kind },
        addOns: carried.map(({ addOn }) => addOn),
        lostAddOns: at === 0 ? taken.filter(({ by }) => by === undefined).map(({ addOn }) => addOn) : [],
        overage: each.overage || carried.some(({ overage }) => overage),
        alreadyThere: each.alreadyThere,
      };
    });
  });
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
type Taken = { readonly by?: Placed; readonly overage: boolean };

function takenBy(own: readonly Placed[], addOn: string, seats: AddOnSeats): Taken {
  for (const each of own) {
    const seat = seats({ person: each.leaving.person, target: each.target.subscription, addOn });
    if (seat !== 'none') return { by: each, overage: seat === 'beyond' };
  }
  return { overage: false };
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
