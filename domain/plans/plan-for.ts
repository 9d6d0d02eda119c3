import type { Day } from '../days/day.ts';
import { type HeldSeats, heldSeats } from '../subscriptions/seats.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { subscriptionOf, type TenantPicture } from '../tenants/picture.ts';
import { candidatesFor, type Suitability, targetsAmong } from './candidates.ts';
import { chosenMoves } from './chosen.ts';
import { effectsOf } from './effects.ts';
import { followUpsOf } from './follow-ups.ts';
import { cutIntoLots } from './lots.ts';
import type { Candidate, Digest, Plan, PlanRequest } from './plan.ts';
import { seatsToBuy } from './unplaced.ts';
import { type Leaving, whoMoves } from './who-moves.ts';

type Asked = {
  readonly picture: TenantPicture;
  readonly request: PlanRequest;
  /** The day of the move. */
  readonly today: Day;
  readonly digest: Digest;
};

/**
 * P5. The plan for one chosen target, or the best fit over all candidates. A chosen target that is no candidate takes nobody.
 * Same tenant, same request, same plan, same hash, in whatever order the tenant was read. Writes nothing.
 * @throws Error when the tenant has no such source.
 */
export function planFor({ picture, request, today, digest }: Asked): Plan {
  const source = sourceOf(picture, request);
  const held = heldSeats(picture.people);
  const candidates = candidatesFor({ picture, from: source, today });
  const { staying, leaving } = whoMoves({ picture, source, request, today });
  const targets = targetsAmong(candidates, request.toSubscriptionId);
  const { planHash, moves, people, unplaced } = chosenMoves({ picture, request, leaving, targets, held, digest });
  return {
    request,
    planHash,
    moves,
    staying: staying.map(({ personId }) => personId),
    unplaced,
    seatsToBuy: seatsToBuy(unplaced),
    candidates: candidates.map((candidate) => candidateOf(candidate, { leaving, held, request })),
    effects: effectsOf({ picture, source, moves, people, held, today }),
    followUps: followUpsOf({ moves, mode: picture.tenant.mode }),
  };
}

function sourceOf(picture: TenantPicture, { fromSubscriptionId }: PlanRequest): Subscription {
  const source = subscriptionOf(picture, fromSubscriptionId);
  if (source === undefined) throw new Error(`Tenant ${picture.tenant.tenantId} has no subscription ${fromSubscriptionId} to leave.`);
  return source;
}

type Fitting = { readonly leaving: readonly Leaving[]; readonly held: HeldSeats; readonly request: PlanRequest };

/** P1. How many of those who leave a candidate could take alone: the moves of the plan that has chosen it. */
function candidateOf(candidate: Suitability, fitting: Fitting): Candidate {
  const { subscriptionId, terms } = candidate.subscription;
  if (!candidate.suitable) {
    const { reason } = candidate;
    return { subscriptionId, fits: 0, reason, ...(reason === 'not-started' && terms !== undefined && { startsOn: terms.startsOn }) };
  }
  const { decisions } = cutIntoLots({ ...fitting, targets: [candidate] });
  return { subscriptionId, fits: decisions.filter(({ decision }) => decision !== 'unplaced').length };
}
