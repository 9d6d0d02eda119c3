import type { Person } from '#domain/people/person.ts';
import { seatDeltas } from '#domain/people/seat-deltas.ts';
import type { Commitment } from '#domain/subscriptions/subscription.ts';
import type { Change } from './change.ts';
import type { FreeSeats } from './stored.ts';

export type SeatTake = Change & { readonly change: 'take-seats' };

/** R4. The seats that one person's change takes and gives back, per subscription. */
export function seatTakes(before: Person | undefined, after: Person | undefined): readonly SeatTake[] {
  return [...seatDeltas(before, after)].map(([subscriptionId, seats]) => ({ change: 'take-seats', subscriptionId, seats }));
}

/** R4. How many seats of each kind become free (negative: go) when the commitments change from one list to another. */
export function seatChanges(before: readonly Commitment[], after: readonly Commitment[]): FreeSeats {
  const kinds = new Set([...before, ...after].map(({ kind }) => kind));
  return Object.fromEntries([...kinds].map((kind) => [kind, quantityOf(kind, after) - quantityOf(kind, before)]));
}

function quantityOf(kind: string, commitments: readonly Commitment[]): number {
  return commitments.find((commitment) => commitment.kind === kind)?.quantity ?? 0;
}
