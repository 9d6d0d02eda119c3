import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import { keyOf } from '#adapters/dynamodb/keys.ts';
import type { TenantId } from '#domain/ids.ts';
import type { FreeSeats } from '#use-cases/stored.ts';
import { type Effect, isSameValue, ofExisting } from './effect.ts';
import { withSeats } from './subscriptions.ts';

/** R4. What each change of a subscription's free seats does. */
export function seatsEffect(t: TenantId, change: ChangeOf<'take-seats' | 'repair-seats'>): Effect {
  const key = keyOf.subscription(t, change.subscriptionId);
  switch (change.change) {
    case 'take-seats':
      return ofExisting('subscription', key, {
        holds: ({ value }) => areFree(value.free, change.atLeast ?? {}),
        after: (item) => ({ ...item, value: { ...item.value, free: withSeats(item.value.free, change.seats) } }),
      });
    case 'repair-seats':
      return ofExisting('subscription', key, {
        holds: ({ value }) => isSameValue(value.free, change.from),
        after: (item) => ({ ...item, value: { ...item.value, free: change.to } }),
      });
  }
}

/** A kind that was never counted has no seat to give, not even none: it satisfies no number. */
function areFree(free: FreeSeats, atLeast: FreeSeats): boolean {
  return Object.entries(atLeast).every(([kind, seats]) => (free[kind] ?? Number.NEGATIVE_INFINITY) >= seats);
}
