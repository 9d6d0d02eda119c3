import type { TenantId } from '#domain/ids.ts';
import type { ChangeOf } from './change-of.ts';
import { atLeast, equals, exists } from './conditions.ts';
import { keyOf } from './keys.ts';
import { seatDeltas } from './subscriptions.ts';
import { check, update, type Write } from './writes.ts';

/**
 * R4. What each change of a subscription's free seats writes. Seats are taken by adding, under the condition that enough
 * were free before: a condition cannot add, and a read before the write would be too old.
 */
export function seatsWrite(t: TenantId, change: ChangeOf<'take-seats' | 'repair-seats'>): Write {
  const key = keyOf.subscription(t, change.subscriptionId);
  switch (change.change) {
    case 'take-seats': {
      const enough = Object.entries(change.atLeast ?? {}).map(([kind, seats]) => atLeast(['free', kind], seats));
      const taken = seatDeltas(change.seats);
      return taken.length === 0 ? check(key, exists, ...enough) : update(key, { add: taken }, exists, ...enough);
    }
    case 'repair-seats':
      return update(key, { set: [['free', change.to]] }, equals('free', change.from));
  }
}
