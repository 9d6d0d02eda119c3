import type { Target } from './candidates.ts';
import type { Cut, Decision, Lot } from './lots.ts';
import { placePeople } from './placement/place-people.ts';
import type { Seeker } from './placement/problem.ts';
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

/** P4. Everybody who gets a seat, with the target of the best placement, and those who are there already; in the order of P4. */
export function placedOnTargets({ leaving, targets, lots, decisions }: Asked): readonly Placed[] {
  const places = placePeople({
    targets: targets.map(({ subscription: { department }, end }) => ({ end, ...(department !== undefined && { department }) })),
    seats: lots.map(({ seats }) => seats),
    seekers: seekersAmong(leaving, decisions),
    used: [...new Set(decisions.flatMap((each) => (each.decision === 'already-there' ? [each.target] : [])))],
  });
  const found = places.values();
  const placed: Placed[] = [];
  for (const [at, decision] of decisions.entries()) {
    const each = itemAt(leaving, at);
    if (decision.decision === 'already-there') {
      const target = itemAt(targets, decision.target);
      placed.push({ leaving: each, target, kind: decision.kind, overage: false, alreadyThere: true });
    } else if (decision.decision === 'seat') {
      const { kind, overage } = itemAt(lots, decision.lot);
      placed.push({ leaving: each, target: itemAt(targets, found.next().value), kind, overage, alreadyThere: false });
    }
  }
  return placed;
}

function seekersAmong(leaving: readonly Leaving[], decisions: readonly Decision[]): readonly Seeker[] {
  const seekers: Seeker[] = [];
  for (const [at, decision] of decisions.entries()) {
    if (decision.decision !== 'seat') continue;
    const { department } = itemAt(leaving, at).person;
    seekers.push({ lot: decision.lot, ...(department !== undefined && { department }) });
  }
  return seekers;
}

function itemAt<Item>(items: readonly Item[], place: number | undefined): Item {
  const item = place === undefined ? undefined : items[place];
  if (item === undefined) throw new Error(`A placement names place ${place} of ${items.length}.`);
  return item;
}
