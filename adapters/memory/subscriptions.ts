import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import { keyOf } from '#adapters/dynamodb/keys.ts';
import type { TenantId } from '#domain/ids.ts';
import type { Subscription } from '#domain/subscriptions/subscription.ts';
import type { FreeSeats, StoredSubscription } from '#use-cases/stored.ts';
import { creation, deletion, type Effect, isSameValue, ofExisting } from './effect.ts';
import type { ItemOf } from './item.ts';

type SubscriptionChange = ChangeOf<'put-subscription' | 'delete-subscription' | 'see-subscription' | 'lock-source' | 'unlock-source'>;

/** What each change of a subscription does, but for its seats. */
export function subscriptionEffect(t: TenantId, change: SubscriptionChange): Effect {
  switch (change.change) {
    case 'put-subscription':
      return change.revision === 'absent' ? creation(entered(t, change)) : reentered(t, change, change.revision);
    case 'delete-subscription':
      return deletion(
        'subscription',
        keyOf.subscription(t, change.subscriptionId),
        ({ value }) => value.revision === change.revision && isSameValue(value.free, change.free) && value.leavingBy === undefined,
      );
    case 'see-subscription':
      return change.revision === 'absent' ? creation(seenFirst(t, change)) : seenAgain(t, change, change.revision);
    case 'lock-source':
      return locked(t, change);
    case 'unlock-source':
      return unlocked(t, change);
  }
}

/** As it begins: all that it commits is free. */
function newSubscription(t: TenantId, subscription: Subscription, free: FreeSeats): ItemOf<'subscription'> {
  return { ...keyOf.subscription(t, subscription.subscriptionId), noun: 'subscription', value: { ...subscription, free, revision: 1 } };
}

function entered(t: TenantId, { subscription, seats, datesConfirmedOn }: ChangeOf<'put-subscription'>): ItemOf<'subscription'> {
  const item = newSubscription(t, subscription, seats);
  return { ...item, value: { ...item.value, ...(datesConfirmedOn !== undefined && { datesConfirmedOn }) } };
}

/** Everything that people enter is replaced; what imports and runs own stays, and seats are added to those that are free. */
function reentered(t: TenantId, { subscription, seats, datesConfirmedOn }: ChangeOf<'put-subscription'>, revision: number): Effect {
  const { suspendedSeenOn: _importsOwn, ...whole } = subscription;
  return ofExisting('subscription', keyOf.subscription(t, subscription.subscriptionId), {
    holds: ({ value }) => value.revision === revision,
    after: (item) => ({
      ...item,
      value: {
        ...notEntered(item.value),
        ...whole,
        free: withSeats(item.value.free, seats),
        ...(datesConfirmedOn !== undefined && { datesConfirmedOn }),
        revision: revision + 1,
      },
    }),
  });
}

function notEntered({ suspendedSeenOn, datesConfirmedOn, leavingBy, leftBy }: StoredSubscription) {
  return {
    ...(suspendedSeenOn !== undefined && { suspendedSeenOn }),
    ...(datesConfirmedOn !== undefined && { datesConfirmedOn }),
    ...(leavingBy !== undefined && { leavingBy }),
    ...(leftBy !== undefined && { leftBy }),
  };
}

/** R4. The free seats with others added, kind by kind; a kind that nobody has counted yet begins at nothing. */
export function withSeats(free: FreeSeats, seats: FreeSeats): FreeSeats {
  const added = Object.entries(seats).map(([kind, by]) => [kind, (free[kind] ?? 0) + by] as const);
  return { ...free, ...Object.fromEntries(added) };
}

/** D5. What is known of a subscription that only an import has seen: its id. */
function seenFirst(t: TenantId, { subscriptionId, suspendedSeenOn }: ChangeOf<'see-subscription'>): ItemOf<'subscription'> {
  const bare: Subscription = { subscriptionId, name: subscriptionId, hybrid: false, renewal: 'manual', trial: false, commitments: [] };
  return newSubscription(t, { ...bare, ...(suspendedSeenOn !== undefined && { suspendedSeenOn }) }, {});
}

function seenAgain(t: TenantId, { subscriptionId, suspendedSeenOn }: ChangeOf<'see-subscription'>, revision: number): Effect {
  return ofExisting('subscription', keyOf.subscription(t, subscriptionId), {
    holds: ({ value }) => value.revision === revision,
    after: (item) => {
      const { suspendedSeenOn: _before, ...rest } = item.value;
      return { ...item, value: { ...rest, ...(suspendedSeenOn !== undefined && { suspendedSeenOn }), revision: revision + 1 } };
    },
  });
}

/** L6. One reassignment at a time leaves a subscription. */
function locked(t: TenantId, { subscriptionId, reassignmentId, leftBy }: ChangeOf<'lock-source'>): Effect {
  return ofExisting('subscription', keyOf.subscription(t, subscriptionId), {
    holds: ({ value }) => (value.leavingBy === undefined && value.leftBy === leftBy) || value.leavingBy === reassignmentId,
    after: (item) => ({ ...item, value: { ...item.value, leavingBy: reassignmentId } }),
  });
}

function unlocked(t: TenantId, { subscriptionId, reassignmentId }: ChangeOf<'unlock-source'>): Effect {
  return ofExisting('subscription', keyOf.subscription(t, subscriptionId), {
    holds: ({ value }) => value.leavingBy === reassignmentId,
    after: (item) => {
      const { leavingBy: _given, ...rest } = item.value;
      return { ...item, value: { ...rest, leftBy: reassignmentId } };
    },
  });
}
