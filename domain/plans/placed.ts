import type { Target } from './candidates.ts';
import type { Cut, Lot } from './lots.ts';
import { placePeople } from './placement/place-people.ts';
import type { Leaving } from './who-moves.ts';

/** P4. A licence that goes to a target: the kind there may be a higher one (`acceptUpgrade`). */
export type Placed = {
  readonly leaving: Leaving;
  readonly target: Target;
  readonly kind: Lot['kind'];
  readonly overage: boolean;
  readonly alreadyThere: boolean;
};

type Asked = Cut & { readonly leaving: readonly Leaving[]; readonly targets: readonly Target[] };
type Seated = { readonly leaving: Leaving; readonly lot: number };

/** P4. Everybody who gets a seat, with the target of the best placement, and those who are there already; in the order of P4. */
export function placedOnTargets({ leaving, targets, lots, decisions }: Asked): readonly Placed[] {
  const seated = leaving.flatMap((each, at): readonly Seated[] => {
    const decision = decisions[at];
    return decision?.decision === 'seat' ? [{ leaving: each, lot: decision.lot }] : [];
  });
  const places = placePeople({
    targets: targets.map(({ subscription: { department }, end }) => ({ end, ...(department !== undefined && { department }) })),
    seats: lots.map(({ seats }) => seats),
    seekers: seated.map(({ leaving: { person }, lot }) => ({
      lot,
      ...(person.department !== undefined && { department: person.department }),
    })),
    used: [...new Set(decisions.flatMap((each) => (each.decision === 'already-there' ? [each.target] : [])))],
  });
  const found = places.values();
  return leaving.flatMap((each, at): readonly Placed[] => {
    const decision = decisions[at];
    if (decision === undefined || decision.decision === 'unplaced') return [];
    if (decision.decision === 'already-there')
      return [{ leaving: each, target: itemAt(targets, decision.target), kind: decision.kind, overage: false, alreadyThere: true }];
    const { kind, overage } = itemAt(lots, decision.lot);
    return [{ leaving: each, target: itemAt(targets, found.next().value), kind, overage, alreadyThere: false }];
  });
}

function itemAt<Item>(items: readonly Item[], place: number | undefined): Item {
  const item = place === undefined ? undefined : items[place];
  if (item === undefined) throw new Error(`A placement names place ${place} of ${items.length}.`);
  return item;
}
