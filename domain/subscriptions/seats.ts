import { byId, type SubscriptionId } from '../ids.ts';
import { USAGE_TYPES } from '../liability/usage.ts';
import type { Person } from '../people/person.ts';
import { seatsHeldBy } from '../people/seat-deltas.ts';
import type { Subscription } from './subscription.ts';

/** What is metered (D17, D18). Nobody holds a seat of these. */
const METERED: ReadonlySet<string> = new Set(USAGE_TYPES);

/** Whether somebody can hold a seat of a committed kind: it is a licence kind and not a usage type. */
export function isLicenceKind(kind: string): boolean {
  return !METERED.has(kind);
}

/** How many people take a seat, per subscription and kind. Counted once, then asked for each subscription. */
export type HeldSeats = ReadonlyMap<SubscriptionId, ReadonlyMap<string, number>>;

/** Seats of one kind: `assigned` may exceed `committed` (D24), `free` is never below zero (P2). */
export type Seats = { readonly kind: string; readonly committed: number; readonly assigned: number; readonly free: number };

/** P2, R1. Everybody who holds a kind takes a seat of it, inactive people included, and so does everybody who is moving there. */
export function heldSeats(people: readonly Person[]): HeldSeats {
  const held = new Map<SubscriptionId, Map<string, number>>();
  for (const person of people) {
    for (const { subscriptionId, kind } of seatsHeldBy(person)) {
      const kinds = held.get(subscriptionId) ?? new Map<string, number>();
      if (kinds.size === 0) held.set(subscriptionId, kinds);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
  }
  return held;
}

/** How many seats of a kind a subscription commits; undefined when it names none: "no commitment there" (P2). */
export function committedOf({ commitments }: Subscription, kind: string): number | undefined {
  return commitments.find((commitment) => commitment.kind === kind)?.quantity;
}

/**
 * D17. Whether a subscription commits seats kind by kind. In a named tenant one that commits `agents` as a whole does not,
 * so it is no target and never over-assigned.
 */
export function hasSeatsPerKind(subscription: Subscription): boolean {
  return subscription.terms?.licensing !== 'named' || committedOf(subscription, 'agents') === undefined;
}

/**
 * R4. The free seats as the subscription's own item keeps them: commitment minus holders for every kind committed or held,
 * negative when more hold it than are committed.
 */
export function freeSeats(subscription: Subscription, held: HeldSeats): Readonly<Record<string, number>> {
  const holders = held.get(subscription.subscriptionId);
  const kinds = new Set([...subscription.commitments.map(({ kind }) => kind), ...(holders?.keys() ?? [])]);
  return Object.fromEntries(
    [...kinds].toSorted(byId).map((kind) => [kind, (committedOf(subscription, kind) ?? 0) - (holders?.get(kind) ?? 0)]),
  );
}

/** D24. The seats of every licence kind that is committed or held, by name; none where they are not committed kind by kind. */
export function seatsOf(subscription: Subscription, held: HeldSeats): readonly Seats[] {
  if (!hasSeatsPerKind(subscription)) return [];
  return Object.entries(freeSeats(subscription, held))
    .filter(([kind]) => isLicenceKind(kind))
    .map(([kind, free]) => {
      const committed = committedOf(subscription, kind) ?? 0;
      return { kind, committed, assigned: committed - free, free: Math.max(0, free) };
    });
}

/**
 * D24. The kinds that more people hold than a subscription commits. Only where each holder takes a seat (`named`), and once
 * commitments and licensing are entered.
 */
export function overAssignedSeats(subscription: Subscription, held: HeldSeats): readonly Seats[] {
  if (subscription.terms?.licensing !== 'named' || subscription.commitments.length === 0) return [];
  return seatsOf(subscription, held).filter(({ committed, assigned }) => assigned > committed);
}
