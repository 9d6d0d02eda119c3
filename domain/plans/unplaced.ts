import { byId } from '../ids.ts';
import type { Decision } from './lots.ts';
import type { Plan, Unplaced } from './plan.ts';
import type { Leaving } from './who-moves.ts';

type Asked = { readonly leaving: readonly Leaving[]; readonly decisions: readonly Decision[]; readonly hasTarget: boolean };

/** P4. Who finds no place, in order, and why: there is nowhere to go, or no seat of the kind is left. */
export function unplacedOf({ leaving, decisions, hasTarget }: Asked): readonly Unplaced[] {
  const reason = hasTarget ? 'no-seat-of-kind' : 'no-candidate';
  return leaving
    .filter((_, at) => decisions[at]?.decision === 'unplaced')
    .map(({ person, kind }) => ({ personId: person.personId, kind, reason }));
}

/** P4. How many seats of which kind would have to be bought for them, by kind. */
export function seatsToBuy(unplaced: readonly Unplaced[]): Plan['seatsToBuy'] {
  const kinds = [...new Set(unplaced.map(({ kind }) => kind))].toSorted(byId);
  return kinds.map((kind) => ({ kind, quantity: unplaced.filter((each) => each.kind === kind).length }));
}
