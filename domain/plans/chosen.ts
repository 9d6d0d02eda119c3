import type { PersonId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { HeldSeats } from '../subscriptions/seats.ts';
import type { TenantPicture } from '../tenants/picture.ts';
import type { Target } from './candidates.ts';
import { planHash } from './hash.ts';
import { cutIntoLots } from './lots.ts';
import { movesOf } from './moves.ts';
import { placedOnTargets } from './placed.ts';
import type { Digest, Plan, PlanRequest } from './plan.ts';
import { unplacedOf } from './unplaced.ts';
import type { Leaving } from './who-moves.ts';

type Asked = {
  readonly picture: TenantPicture;
  readonly request: PlanRequest;
  readonly leaving: readonly Leaving[];
  readonly targets: readonly Target[];
  readonly held: HeldSeats;
  readonly digest: Digest;
};
/** The core of a plan: who goes where, who cannot, and everybody who moves. */
type Chosen = Pick<Plan, 'planHash' | 'moves' | 'unplaced'> & { readonly people: ReadonlyMap<PersonId, Person> };

/** P4, P6. Who of those who leave goes to which of these targets, who cannot, and the hash of that. */
export function chosenMoves({ picture, request, leaving, targets, held, digest }: Asked): Chosen {
  const cut = cutIntoLots({ leaving, targets, held, request });
  const placed = placedOnTargets({ leaving, targets, ...cut });
  const moves = movesOf({ placed, source: request.fromSubscriptionId, held, acceptOverage: request.acceptOverage });
  const people = new Map(placed.map(({ leaving: { person } }) => [person.personId, person]));
  const unplaced = unplacedOf({ leaving, decisions: cut.decisions, hasTarget: targets.length > 0 });
  const hash = planHash({ request, moves, unplaced, subscriptions: picture.subscriptions, people, held }, digest);
  return { planHash: hash, moves, unplaced, people };
}
