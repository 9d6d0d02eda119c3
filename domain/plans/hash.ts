import { byId, type SubscriptionId } from '../ids.ts';
import { byAssignment, type Person } from '../people/person.ts';
import { type HeldSeats, isLicenceKind } from '../subscriptions/seats.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { capacityOf } from './capacity.ts';
import type { Digest, Move, PlanRequest, Unplaced } from './plan.ts';

type Hashed = {
  readonly request: PlanRequest;
  readonly moves: readonly Move[];
  readonly unplaced: readonly Unplaced[];
  readonly subscriptions: readonly Subscription[];
  /** Everybody who moves, each once. */
  readonly people: readonly Person[];
  readonly held: HeldSeats;
};

/**
 * P6. What a plan's hash is over, as one canonical text: the source, the targets, the moves, who is unplaced, the dates
 * (with whether the last one renews), licensing, telephony and free seats of each subscription involved, and the assignments of
 * everybody moved. Not over names or the day, and whatever order the tenant was read in.
 *
 * @example Somebody takes one of the free seats on Service while Anna reads the plan: its hash is another one, and her
 * confirmation is answered with the new plan. A changed name or a new day changes nothing.
 */
export function planHash(hashed: Hashed, digest: Digest): string {
  return digest(hashedText(hashed));
}

function hashedText({ request, moves, unplaced, subscriptions, people, held }: Hashed): string {
  const chosen = request.toSubscriptionId === undefined ? [] : [request.toSubscriptionId];
  const targets = [...new Set([...chosen, ...moves.map(({ to }) => to.subscriptionId)])].toSorted(byId);
  const involved = new Set<SubscriptionId>([request.fromSubscriptionId, ...targets]);
  return JSON.stringify([
    request.fromSubscriptionId,
    targets,
    moves.map(textOfMove),
    unplaced.map(({ personId, kind, reason }) => [personId, kind, reason]),
    subscriptions
      .filter(({ subscriptionId }) => involved.has(subscriptionId))
      .toSorted((left, right) => byId(left.subscriptionId, right.subscriptionId))
      .map((subscription) => textOfSubscription(subscription, held)),
    people.toSorted((left, right) => byId(left.personId, right.personId)).map(textOfPerson),
  ]);
}

function textOfMove({ personId, from, to, addOns, lostAddOns, overage, alreadyThere }: Move): readonly unknown[] {
  return [personId, from.kind, to.subscriptionId, to.kind, addOns, lostAddOns, overage, alreadyThere];
}

function textOfSubscription(subscription: Subscription, held: HeldSeats): readonly unknown[] {
  const { subscriptionId, terms, renewal, suspendedOn, suspendedSeenOn, cancelledOn } = subscription;
  const dates = [terms?.startsOn, terms?.expiresOn, suspendedOn, suspendedSeenOn, cancelledOn].map((day) => day ?? null);
  return [subscriptionId, dates, renewal, terms?.licensing ?? null, terms?.telephony ?? null, textOfSeats(subscription, held)];
}

/** P2. Seats left of each committed licence kind, metered usage left aside; `null` where seats do not limit. */
function textOfSeats(subscription: Subscription, held: HeldSeats): readonly unknown[] {
  const kinds = subscription.commitments
    .map(({ kind }) => kind)
    .filter(isLicenceKind)
    .toSorted(byId);
  return kinds.map((kind) => {
    const { free } = capacityOf({ subscription, kind, held });
    return [kind, Number.isFinite(free) ? free : null];
  });
}

function textOfPerson({ personId, assignments }: Person): readonly unknown[] {
  const held = assignments.length > 1 ? assignments.toSorted(byAssignment) : assignments;
  return [personId, held.map(({ subscriptionId, kind }) => [subscriptionId, kind])];
}
