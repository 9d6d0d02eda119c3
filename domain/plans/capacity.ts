import { committedOf, type HeldSeats } from '../subscriptions/seats.ts';
import type { Subscription } from '../subscriptions/subscription.ts';

/** P2. What a target can take of one kind: `free` is `Infinity` where seats do not limit; `committed` is absent for "no commitment there". */
export type Capacity = { readonly committed?: number; readonly free: number };

type Asked = { readonly subscription: Subscription; readonly kind: string; readonly held: HeldSeats };

/**
 * P2. Named: the seats of the kind minus the people who hold it or are moving there, never below zero; a kind without a
 * commitment has no seat. Concurrent: not limited by seats, a kind without a commitment is placeable, too.
 *
 * @example Service commits 40 standard seats and 38 people hold one: two more fit. If it is concurrent, seats limit sign-ins
 * and not assignments: everybody fits.
 */
export function capacityOf({ subscription, kind, held }: Asked): Capacity {
  const committed = committedOf(subscription, kind);
  const known = committed === undefined ? {} : { committed };
  if (subscription.terms?.licensing === 'concurrent') return { ...known, free: Number.POSITIVE_INFINITY };
  const holders = held.get(subscription.subscriptionId)?.get(kind) ?? 0;
  return { ...known, free: Math.max(0, (committed ?? 0) - holders) };
}

/** P2. Whether seats beyond the commitment exist at all, to be given with `acceptOverage`: only of a kind that is committed there. */
export function mayExceed({ committed, free }: Capacity): boolean {
  return committed !== undefined && Number.isFinite(free);
}
