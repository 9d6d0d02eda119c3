import type { Person } from '../people/person.ts';
import type { Target } from './candidates.ts';
import type { Departure } from './departure.ts';
import { planHash } from './hash.ts';
import { cutIntoLots } from './lots.ts';
import { movesOf } from './moves.ts';
import { placedOnTargets } from './placed.ts';
import type { Digest, Plan, PlanRequest } from './plan.ts';
import { unplacedOf } from './unplaced.ts';

type Asked = {
  readonly departure: Departure;
  readonly request: PlanRequest;
  readonly targets: readonly Target[];
  readonly digest: Digest;
};
/** The core of a plan: who goes where, who cannot, and everybody who moves, in the order of P4. */
type Chosen = Pick<Plan, 'planHash' | 'moves' | 'unplaced'> & { readonly people: readonly Person[] };

/** P4, P6. Who of those who leave goes to which of these targets, who cannot, and the hash of that. */
export function chosenMoves({ departure, request, targets, digest }: Asked): Chosen {
  const { queues, overview } = departure;
  const { leaving } = queues;
  const { held, subscriptions } = overview;
  const cut = cutIntoLots({ queues, targets, held, request });
  const placed = placedOnTargets({ leaving, targets, ...cut });
  const moves = movesOf({ placed, source: request.fromSubscriptionId, held, acceptOverage: request.acceptOverage });
  const people = placed.map(({ leaving: { person } }) => person).filter((person, at, all) => person !== all[at - 1]);
  const unplaced = unplacedOf({ leaving, decisions: cut.decisions, hasTarget: targets.length > 0 });
  const hash = planHash({ request, moves, unplaced, subscriptions, people, held }, digest);
  return { planHash: hash, moves, unplaced, people };
}
