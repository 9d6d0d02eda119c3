import type { SubscriptionId } from '../ids.ts';
import { targetsAmong } from './candidates.ts';
import { chosenMoves } from './chosen.ts';
import type { Departure } from './departure.ts';
import type { Digest } from './plan.ts';

/**
 * P5, P6. The hash of each plan that one candidate alone would give, so that whoever has seen the candidates can choose one of
 * them without asking again. Its cost grows with people times candidates.
 */
export function candidateHashes(departure: Departure, digest: Digest): ReadonlyMap<SubscriptionId, string> {
  return new Map(
    targetsAmong(departure.candidates, undefined).map((target) => {
      const { subscriptionId } = target.subscription;
      const request = { ...departure.request, toSubscriptionId: subscriptionId };
      return [subscriptionId, chosenMoves({ departure, request, targets: [target], digest }).planHash];
    }),
  );
}
