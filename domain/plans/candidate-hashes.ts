import type { Day } from '../days/day.ts';
import type { SubscriptionId } from '../ids.ts';
import { heldSeats } from '../subscriptions/seats.ts';
import { subscriptionOf, type TenantPicture } from '../tenants/picture.ts';
import { candidatesFor, targetsAmong } from './candidates.ts';
import { chosenMoves } from './chosen.ts';
import type { Digest, PlanRequest } from './plan.ts';
import { whoMoves } from './who-moves.ts';

type Asked = { readonly picture: TenantPicture; readonly request: PlanRequest; readonly today: Day; readonly digest: Digest };

/**
 * P5, P6. The hash of each plan that one candidate alone would give, so that whoever has seen the candidates can choose one of
 * them without asking again. Its cost grows with people times candidates.
 */
export function candidateHashes({ picture, request, today, digest }: Asked): ReadonlyMap<SubscriptionId, string> {
  const source = subscriptionOf(picture, request.fromSubscriptionId);
  if (source === undefined) return new Map();
  const held = heldSeats(picture.people);
  const { leaving } = whoMoves({ picture, source, request, today });
  const targets = targetsAmong(candidatesFor({ picture, from: source, today }), undefined);
  return new Map(
    targets.map((target) => {
      const { subscriptionId } = target.subscription;
      const alone = { ...request, toSubscriptionId: subscriptionId };
      return [subscriptionId, chosenMoves({ picture, request: alone, leaving, targets: [target], held, digest }).planHash];
    }),
  );
}
