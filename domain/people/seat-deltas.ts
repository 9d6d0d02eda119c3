import type { SubscriptionId } from '../ids.ts';
import type { Assignment, Person } from './person.ts';

/** Per subscription and kind, by how many the free seats change: positive where a seat is given back. No zeros. */
export type SeatDeltas = ReadonlyMap<SubscriptionId, Readonly<Record<string, number>>>;

type Holder = Pick<Person, 'assignments' | 'moving'>;

/**
 * R4. How the free seats change when a person is created (no `before`), deleted (no `after`) or holds something else.
 * A move that waits for Control Hub holds a seat on both sides (R1), once where the person already holds the kind there.
 * Inactive people hold seats like everybody else.
 */
export function seatDeltas(before: Holder | undefined, after: Holder | undefined): SeatDeltas {
  const given = seatsHeldBy(before).map((seat) => ({ seat, change: 1 }));
  const taken = seatsHeldBy(after).map((seat) => ({ seat, change: -1 }));
  return summed([...given, ...taken]);
}

/** The sum of several people's deltas: what one transaction adds to each subscription. */
export function sumOfSeatDeltas(deltas: Iterable<SeatDeltas>): SeatDeltas {
  return summed(
    [...deltas].flatMap((each) =>
      [...each].flatMap(([subscriptionId, kinds]) =>
        Object.entries(kinds).map(([kind, change]) => ({ seat: { subscriptionId, kind }, change })),
      ),
    ),
  );
}

/** Every seat a person takes, each once: the licences held and those that a move will bring. */
export function seatsHeldBy(person: Holder | undefined): readonly Assignment[] {
  if (person === undefined) return [];
  if (person.moving === undefined && person.assignments.length <= 1) return person.assignments;
  const coming = (person.moving?.moves ?? []).map(({ to }) => to);
  const seats = [...person.assignments, ...coming];
  return [...new Map(seats.map((seat) => [`${seat.subscriptionId}#${seat.kind}`, seat])).values()];
}

function summed(changes: readonly { readonly seat: Assignment; readonly change: number }[]): SeatDeltas {
  const sums = new Map<SubscriptionId, Map<string, number>>();
  for (const { seat, change } of changes) {
    const kinds = sums.get(seat.subscriptionId) ?? new Map<string, number>();
    sums.set(seat.subscriptionId, kinds.set(seat.kind, (kinds.get(seat.kind) ?? 0) + change));
  }
  const moved = [...sums].map(([subscriptionId, kinds]) => [subscriptionId, [...kinds].filter(([, change]) => change !== 0)] as const);
  return new Map(
    moved.filter(([, kinds]) => kinds.length > 0).map(([subscriptionId, kinds]) => [subscriptionId, Object.fromEntries(kinds)]),
  );
}
