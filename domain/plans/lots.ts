import type { SubscriptionId } from '../ids.ts';
import type { HeldSeats } from '../subscriptions/seats.ts';
import type { AccessKind } from '../subscriptions/subscription.ts';
import { alreadyThereOn } from './already-there.ts';
import type { Target } from './candidates.ts';
import { capacityOf, mayExceed } from './capacity.ts';
import type { PlanRequest } from './plan.ts';
import type { Queues } from './queues.ts';
import type { Leaving } from './who-moves.ts';

/** Seats that are given to the people of one lot: of a kind, free or beyond the commitment; per target, in order of id. */
export type Lot = { readonly kind: AccessKind; readonly overage: boolean; readonly seats: readonly number[] };

/** What becomes of one licence: a seat out of a lot, the seat the person has on a target already, or none. */
export type Decision =
  | { readonly decision: 'seat'; readonly lot: number }
  | { readonly decision: 'already-there'; readonly target: number; readonly kind: AccessKind }
  | { readonly decision: 'unplaced' };

/** One decision for each of those who leave, in their order. */
export type Cut = { readonly lots: readonly Lot[]; readonly decisions: readonly Decision[] };

type Asked = {
  readonly queues: Queues;
  readonly targets: readonly Target[];
  readonly held: HeldSeats;
  readonly request: Pick<PlanRequest, 'fromSubscriptionId' | 'acceptOverage' | 'acceptUpgrade'>;
};

/** One after the other, people of a kind who have nothing yet get seats of a lot, as far as it goes. */
type Round = { readonly people: AccessKind; readonly kind: AccessKind; readonly overage: boolean };

const LIKE_FOR_LIKE: readonly Round[] = [
  { people: 'premium-agent', kind: 'premium-agent', overage: false },
  { people: 'standard-agent', kind: 'standard-agent', overage: false },
];
const UPGRADE: Round = { people: 'standard-agent', kind: 'premium-agent', overage: false };

/**
 * P3, P4. Who gets a seat at all. Per kind, the first people in order get the free seats. With `acceptUpgrade`, holders of
 * standard who found none come after the holders of premium for what is left of the premium seats; never the other way round.
 * Only then, with `acceptOverage`, seats beyond the commitment are given (P2), of the own kind first. Whoever holds the kind
 * on a target is already there and takes no seat.
 */
export function cutIntoLots({ queues, targets, held, request }: Asked): Cut {
  const lots = [false, true].flatMap((overage) => LIKE_FOR_LIKE.map(({ kind }) => lotOf({ kind, overage, targets, held })));
  const decisions = new Array<Decision>(queues.leaving.length).fill(UNPLACED);
  const left = lots.map(({ seats }) => seats.reduce((sum, seat) => sum + seat, 0));
  const giving: Giving = { queues, source: request.fromSubscriptionId, thereOn: alreadyThereOn(targets), decisions, left };
  for (const round of roundsOf(request)) {
    const lot = lots.findIndex(({ kind, overage }) => kind === round.kind && overage === round.overage);
    giveSeats(round, lot, giving);
  }
  return { lots, decisions };
}

type Giving = {
  readonly queues: Queues;
  readonly source: SubscriptionId;
  readonly thereOn: ReturnType<typeof alreadyThereOn>;
  readonly decisions: Decision[];
  /** Per lot, the seats that nobody has yet. */
  readonly left: number[];
};

/** One round: from the first in the queue on, as far as the lot goes. Only who holds more than one licence is worth a closer look. */
function giveSeats(round: Round, lot: number, { queues, source, thereOn, decisions, left }: Giving): void {
  const seat: Decision = { decision: 'seat', lot };
  for (const at of queues.placesOf[round.people]) {
    if (decisions[at] !== UNPLACED) continue;
    const more = queues.holdingMore[at];
    if (more !== undefined && !mayTake(more, round, source)) continue;
    const target = more && thereOn(more, round.kind);
    const free = left[lot] ?? 0;
    if (target !== undefined) decisions[at] = { decision: 'already-there', target, kind: round.kind };
    else if (free > 0) {
      decisions[at] = seat;
      left[lot] = free - 1;
    }
  }
}

const UNPLACED: Decision = { decision: 'unplaced' };

function roundsOf({ acceptOverage, acceptUpgrade }: Asked['request']): readonly Round[] {
  const free = [...LIKE_FOR_LIKE, ...(acceptUpgrade ? [UPGRADE] : [])];
  return acceptOverage ? [...free, ...free.map((round) => ({ ...round, overage: true }))] : free;
}

/** P3. Like for like, or an upgrade; somebody who leaves the source with premium as well has no use for a second premium seat. */
function mayTake({ person, kind }: Leaving, round: Round, source: SubscriptionId): boolean {
  return kind === round.kind || !person.assignments.some((held) => held.kind === round.kind && held.subscriptionId === source);
}

type LotAsked = Pick<Lot, 'kind' | 'overage'> & Pick<Asked, 'targets' | 'held'>;

function lotOf({ kind, overage, targets, held }: LotAsked): Lot {
  const capacities = targets.map(({ subscription }) => capacityOf({ subscription, kind, held }));
  const beyond = capacities.map((capacity) => (mayExceed(capacity) ? Number.POSITIVE_INFINITY : 0));
  return { kind, overage, seats: overage ? beyond : capacities.map(({ free }) => free) };
}
