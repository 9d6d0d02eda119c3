import type { SubscriptionId } from '#domain/ids.ts';
import type { Person } from '#domain/people/person.ts';
import { seatDeltas, sumOfSeatDeltas } from '#domain/people/seat-deltas.ts';
import type { Change } from './change.ts';
import type { Run } from './read-run.ts';
import type { FreeSeats } from './stored.ts';

/** Somebody of a chunk as he or she was and will be. */
type Holding = { readonly before: Person; readonly after: Person };
/** Where seats are taken; limited: in a named tenant what is taken has to be free, unless more was accepted. */
type SeatsOf = { readonly subscriptionId: SubscriptionId; readonly limited: boolean };

/** R4. Seats in sum, those of add-ons included. */
export function seatsTaken(steps: readonly Holding[], { subscriptionId: taking, limited }: SeatsOf): readonly Change[] {
  const sums = sumOfSeatDeltas(steps.map(({ before, after }) => seatDeltas(before, after)));
  return [...sums].map(([subscriptionId, seats]) => {
    const atLeast = limited && subscriptionId === taking ? takenOf(seats) : {};
    return { change: 'take-seats', subscriptionId, seats, ...(Object.keys(atLeast).length > 0 && { atLeast }) };
  });
}

/** How many seats of each kind a change takes; kinds of which it gives back, or does not touch any, are left out. */
function takenOf(seats: FreeSeats): FreeSeats {
  return Object.fromEntries(Object.entries(seats).flatMap(([kind, change]) => (change < 0 ? [[kind, -change]] : [])));
}

/** R4. The last seats go to the first in order; whoever finds too few left, be it of an add-on, has none. */
export async function withoutSeat<Step extends Holding>(
  { stores }: Run,
  subscriptionId: SubscriptionId,
  steps: readonly Step[],
): Promise<readonly Step[]> {
  const left: Record<string, number> = { ...(await stores.readSubscription(subscriptionId))?.free };
  return steps.filter(({ before, after }) => {
    const needed = Object.entries(takenOf(seatDeltas(before, after).get(subscriptionId) ?? {}));
    if (needed.some(([kind, seats]) => (left[kind] ?? 0) < seats)) return true;
    for (const [kind, seats] of needed) left[kind] = (left[kind] ?? 0) - seats;
    return false;
  });
}
