import type { Actor } from '#domain/audit/entry.ts';
import type { SubscriptionId } from '#domain/ids.ts';
import { freeSeats, heldSeats } from '#domain/subscriptions/seats.ts';
import { audited } from './audited.ts';
import type { Ports } from './ports.ts';
import type { FreeSeats, Snapshot } from './stored.ts';

type Miscount = { readonly subscriptionId: SubscriptionId; readonly from: FreeSeats; readonly to: FreeSeats };

/**
 * R4. Recounts the free seats of every subscription and puts a wrong count right, with an audit entry. While people move,
 * one read may catch them half-way: only what two reads agree on is a miscount, and only if it has not moved since.
 * Answers with the newest of what was read; undefined when the tenant is gone by now.
 */
export async function repairSeats(
  ports: Pick<Ports, 'clock' | 'randomness' | 'log' | 'stores'>,
  { snapshot, actor }: { readonly snapshot: Snapshot; readonly actor: Actor },
): Promise<Snapshot | undefined> {
  const suspected = miscountsIn(snapshot);
  if (suspected.length === 0) return snapshot;
  const stores = ports.stores.storesFor(snapshot.tenant.tenantId);
  const again = await stores.readSnapshot();
  if (again === undefined) return undefined;
  const confirmed = miscountsIn(again).filter((miscount) => suspected.some((other) => isSame(miscount, other)));
  for (const { subscriptionId, from, to } of confirmed) {
    const outcome = await stores.commit([
      { change: 'repair-seats', subscriptionId, from, to },
      audited(ports, actor, { action: 'seats-repaired', subject: subscriptionId, before: from, after: to }),
    ]);
    if (outcome.ok)
      ports.log.warn('Free seats were miscounted and have been put right.', { tenantId: snapshot.tenant.tenantId, subscriptionId });
  }
  return again;
}

/** Kinds that were counted once keep their place: nobody holds or commits them any more, so nothing of them is free. */
function miscountsIn({ subscriptions, people }: Snapshot): readonly Miscount[] {
  const held = heldSeats(people);
  return subscriptions
    .map((subscription) => {
      const none = Object.fromEntries(Object.keys(subscription.free).map((kind) => [kind, 0]));
      return { subscriptionId: subscription.subscriptionId, from: subscription.free, to: { ...none, ...freeSeats(subscription, held) } };
    })
    .filter(({ from, to }) => !isSameCount(from, to));
}

function isSame(left: Miscount, right: Miscount): boolean {
  return left.subscriptionId === right.subscriptionId && isSameCount(left.from, right.from) && isSameCount(left.to, right.to);
}

function isSameCount(left: FreeSeats, right: FreeSeats): boolean {
  return [...Object.keys(left), ...Object.keys(right)].every((kind) => (left[kind] ?? 0) === (right[kind] ?? 0));
}
