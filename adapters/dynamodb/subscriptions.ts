import * as z from 'zod';
import type { SubscriptionId, TenantId } from '#domain/ids.ts';
import type { Commitment, Licensing, Offer, Renewal, Subscription, Telephony, Terms } from '#domain/subscriptions/subscription.ts';
import type { FreeSeats, StoredSubscription } from '#use-cases/stored.ts';
import type { ChangeOf } from './change-of.ts';
import { absent, anyOf, bothOf, equals, exists, isNew } from './conditions.ts';
import { keyOf } from './keys.ts';
import { day, id, oneOf, parsed } from './stored.ts';
import type { RawItem } from './table.ts';
import { type Item, put, remove, replaced, update, type Write } from './writes.ts';

type SubscriptionChange = ChangeOf<'put-subscription' | 'delete-subscription' | 'see-subscription' | 'lock-source' | 'unlock-source'>;

const terms: z.ZodType<Terms> = z.object({
  offer: oneOf<Offer>({ flex: true, 'flex-3': true }),
  licensing: oneOf<Licensing>({ named: true, concurrent: true }),
  telephony: oneOf<Telephony>({ 'webex-calling': true, 'bundled-pstn': true, vpop: true }),
  startsOn: day,
  expiresOn: day,
});

const commitment: z.ZodType<Commitment> = z.object({ kind: z.string(), quantity: z.number(), since: z.exactOptional(day) });

const freeSeats: z.ZodType<FreeSeats> = z.record(z.string(), z.number());

const storedSubscription: z.ZodType<StoredSubscription> = z.object({
  subscriptionId: id.subscription,
  name: z.string(),
  department: z.exactOptional(z.string()),
  hybrid: z.boolean(),
  terms: z.exactOptional(terms),
  renewal: oneOf<Renewal>({ manual: true, auto: true }),
  noticeDays: z.exactOptional(z.number()),
  trial: z.boolean(),
  suspendedOn: z.exactOptional(day),
  cancelledOn: z.exactOptional(day),
  suspendedSeenOn: z.exactOptional(day),
  partnerId: z.exactOptional(id.partner),
  ladder: z.exactOptional(z.array(z.number())),
  costCentre: z.exactOptional(z.string()),
  orderRef: z.exactOptional(z.string()),
  commitments: z.array(commitment),
  revision: z.number(),
  free: freeSeats,
  datesConfirmedOn: z.exactOptional(day),
  leavingBy: z.exactOptional(id.reassignment),
  leftBy: z.exactOptional(id.reassignment),
});

export function fromSubscriptionItem(item: RawItem): StoredSubscription {
  return parsed(storedSubscription, item);
}

/** A subscription as it begins: all that it commits is free. */
function toSubscriptionItem(t: TenantId, subscription: Subscription, free: FreeSeats): Item {
  return { ...keyOf.subscription(t, subscription.subscriptionId), ...subscription, free, revision: 1 };
}

/** What each change of a subscription writes, but for its seats. */
export function subscriptionWrite(t: TenantId, change: SubscriptionChange): Write {
  switch (change.change) {
    case 'put-subscription':
      return change.revision === 'absent' ? creation(t, change) : replacement(t, change, change.revision);
    case 'delete-subscription':
      return remove(
        keyOf.subscription(t, change.subscriptionId),
        equals('revision', change.revision),
        equals('free', change.free),
        absent('leavingBy'),
      );
    case 'see-subscription':
      return seen(t, change);
    case 'lock-source':
      return locking(t, change);
    case 'unlock-source':
      return unlocking(t, change);
  }
}

function creation(t: TenantId, { subscription, seats, datesConfirmedOn }: ChangeOf<'put-subscription'>): Write {
  return put({ ...toSubscriptionItem(t, subscription, seats), datesConfirmedOn }, isNew);
}

/** Everything that people enter; what imports (`suspendedSeenOn`) and runs (`free`, `leavingBy`, `leftBy`) own stays as it is. */
function replacement(t: TenantId, { subscription, seats, datesConfirmedOn }: ChangeOf<'put-subscription'>, revision: number): Write {
  const { set, remove: gone } = replaced(entered(subscription));
  const confirmed: readonly (readonly [string, unknown])[] = datesConfirmedOn === undefined ? [] : [['datesConfirmedOn', datesConfirmedOn]];
  return update(
    keyOf.subscription(t, subscription.subscriptionId),
    { set: [...set, ...confirmed], remove: gone, add: [['revision', 1], ...seatDeltas(seats)] },
    equals('revision', revision),
  );
}

type NotEntered = 'suspendedSeenOn' | 'datesConfirmedOn' | 'subscriptionId';

/** Every attribute that people enter, those they left out included: a PUT replaces the whole. */
function entered(subscription: Subscription): Readonly<Record<Exclude<keyof Subscription, NotEntered>, unknown>> {
  const { name, department, hybrid, terms: agreed, renewal, noticeDays, trial, suspendedOn, cancelledOn } = subscription;
  const { partnerId, ladder, costCentre, orderRef, commitments } = subscription;
  return {
    ...{ name, department, hybrid, terms: agreed, renewal, noticeDays, trial, suspendedOn, cancelledOn },
    ...{ partnerId, ladder, costCentre, orderRef, commitments },
  };
}

/** Seats are added per kind, so that nobody who takes one meanwhile is overwritten (R4). */
export function seatDeltas(seats: FreeSeats): readonly (readonly [readonly string[], number])[] {
  return Object.entries(seats).map(([kind, by]) => [['free', kind], by]);
}

function seen(t: TenantId, { subscriptionId, revision, suspendedSeenOn }: ChangeOf<'see-subscription'>): Write {
  if (revision === 'absent') return put({ ...toSubscriptionItem(t, unentered(subscriptionId), {}), suspendedSeenOn }, isNew);
  const { set, remove: gone } = replaced({ suspendedSeenOn });
  return update(keyOf.subscription(t, subscriptionId), { set, remove: gone, add: [['revision', 1]] }, equals('revision', revision));
}

/** D5. What is known of a subscription that only an import has seen: its id. */
function unentered(subscriptionId: SubscriptionId): Subscription {
  return { subscriptionId, name: subscriptionId, hybrid: false, renewal: 'manual', trial: false, commitments: [] };
}

function locking(t: TenantId, { subscriptionId, reassignmentId, leftBy }: ChangeOf<'lock-source'>): Write {
  const mine = equals('leavingBy', reassignmentId);
  const asRead = leftBy === undefined ? absent('leftBy') : equals('leftBy', leftBy);
  const isFree = anyOf(bothOf(absent('leavingBy'), asRead), mine);
  return update(keyOf.subscription(t, subscriptionId), { set: [['leavingBy', reassignmentId]] }, exists, isFree);
}

function unlocking(t: TenantId, { subscriptionId, reassignmentId }: ChangeOf<'unlock-source'>): Write {
  const change = { set: [['leftBy', reassignmentId]], remove: ['leavingBy'] } as const;
  return update(keyOf.subscription(t, subscriptionId), change, equals('leavingBy', reassignmentId));
}
