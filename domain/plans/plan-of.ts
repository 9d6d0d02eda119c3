import type { SubscriptionId } from '../ids.ts';
import { type Suitability, targetsAmong } from './candidates.ts';
import { chosenMoves } from './chosen.ts';
import type { Departure } from './departure.ts';
import { effectsOf } from './effects.ts';
import { followUpsOf } from './follow-ups.ts';
import { cutIntoLots } from './lots.ts';
import type { Candidate, Digest, Plan, PlanRequest } from './plan.ts';
import { seatsToBuy } from './unplaced.ts';

type Asked = { readonly departure: Departure; readonly toSubscriptionId: SubscriptionId | undefined; readonly digest: Digest };

/**
 * P5. The plan for one chosen target, or the best fit over all candidates. A chosen target that is no candidate takes nobody.
 *
 * @example “Everybody to Service” fits 30 of 42. The best fit takes 30 to Service and 12 to Base, all 42.
 */
export function planOf({ departure, toSubscriptionId, digest }: Asked): Plan {
  const { staying, candidates, overview } = departure;
  const request: PlanRequest = { ...departure.request, ...(toSubscriptionId !== undefined && { toSubscriptionId }) };
  const targets = targetsAmong(candidates, toSubscriptionId);
  const { planHash, moves, people, unplaced } = chosenMoves({ departure, request, targets, digest });
  return {
    request,
    planHash,
    moves,
    staying: staying.map(({ personId }) => personId),
    unplaced,
    seatsToBuy: seatsToBuy(unplaced),
    candidates: candidates.map((candidate) => candidateOf(candidate, departure)),
    effects: effectsOf({ departure, moves, people }),
    followUps: followUpsOf({ moves, mode: overview.picture.tenant.mode }),
  };
}

/** P1. How many of those who leave a candidate could take alone: the moves of the plan that has chosen it. */
function candidateOf(candidate: Suitability, { queues, overview: { held }, request }: Departure): Candidate {
  const { subscriptionId, terms } = candidate.subscription;
  if (!candidate.suitable) {
    const { reason } = candidate;
    return { subscriptionId, fits: 0, reason, ...(reason === 'not-started' && terms !== undefined && { startsOn: terms.startsOn }) };
  }
  const { decisions } = cutIntoLots({ queues, held, request, targets: [candidate] });
  return { subscriptionId, fits: decisions.filter(({ decision }) => decision !== 'unplaced').length };
}
