import { byId, type SubscriptionId } from '../ids.ts';
import { isSameAssignment, type Person } from '../people/person.ts';
import type { HeldSeats } from '../subscriptions/seats.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { capacityOf } from './capacity.ts';
import type { Effects, Move } from './plan.ts';

type Asked = {
  readonly subscriptions: readonly Subscription[];
  readonly moves: readonly Move[];
  /** Everybody who moves. */
  readonly people: readonly Person[];
  readonly held: HeldSeats;
};
type SeatEffect = Effects['seats'][number];

/**
 * P7. The seats left on each target, per kind that somebody moves to, add-ons included. Where seats do not limit there is no
 * number of free ones, and a kind without a commitment has no `committed`: "no commitment there" (P2).
 */
export function seatEffects({ subscriptions, moves, people, held }: Asked): readonly SeatEffect[] {
  const taken = takenSeats(moves, people);
  return subscriptions
    .toSorted((left, right) => byId(left.subscriptionId, right.subscriptionId))
    .flatMap((subscription) => {
      const kinds = [...(taken.get(subscription.subscriptionId) ?? [])].toSorted(([left], [right]) => byId(left, right));
      return kinds.map(([kind, seats]) => seatEffect({ subscription, kind, held }, seats));
    });
}

function seatEffect(asked: Parameters<typeof capacityOf>[0], taken: number): SeatEffect {
  const { committed, free } = capacityOf(asked);
  return {
    subscriptionId: asked.subscription.subscriptionId,
    kind: asked.kind,
    ...(committed !== undefined && { committed }),
    ...(Number.isFinite(free) && { freeBefore: free, freeAfter: Math.max(0, free - taken) }),
    overage: Math.max(0, taken - free),
  };
}

type Taken = ReadonlyMap<SubscriptionId, ReadonlyMap<string, number>>;

/** How many people take a seat of each kind; whoever holds it there already takes none. */
function takenSeats(moves: readonly Move[], people: Asked['people']): Taken {
  const taken = new Map<SubscriptionId, Map<string, number>>();
  const holders = new Map(people.filter(({ assignments }) => assignments.length > 1).map((person) => [person.personId, person]));
  for (const { personId, to, addOns, alreadyThere } of moves) {
    const kinds = taken.get(to.subscriptionId) ?? new Map<string, number>();
    kinds.set(to.kind, (kinds.get(to.kind) ?? 0) + Number(!alreadyThere));
    for (const kind of addOns) {
      const isHeld = holders.get(personId)?.assignments.some((own) => isSameAssignment(own, { ...to, kind })) ?? false;
      kinds.set(kind, (kinds.get(kind) ?? 0) + Number(!isHeld));
    }
    taken.set(to.subscriptionId, kinds);
  }
  return taken;
}
