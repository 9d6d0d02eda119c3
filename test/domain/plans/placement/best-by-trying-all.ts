import { dayOf, daysBetween } from '#domain/days/day.ts';
import type { PlacementProblem } from '#domain/plans/placement/problem.ts';

/** How good a placement is, goal by goal in the order of P4: larger is better, entry by entry. */
type Worth = readonly number[];
export type Judged = { readonly placement: readonly number[]; readonly worth: Worth };

/** The best placement there is, found by trying all of them: what the planner has to agree with. */
export function bestByTryingAll(problem: PlacementProblem): Judged | undefined {
  let best: Judged | undefined;
  for (const placement of placements(problem, [], problem.seats)) {
    const judged = { placement, worth: worthOf(problem, placement) };
    if (best === undefined || isBetter(judged.worth, best.worth)) best = judged;
  }
  return best;
}

export function worthOf({ targets, seekers, used }: PlacementProblem, placement: readonly number[]): Worth {
  const own = seekers.filter(({ department }, at) => isSame(department, targets[placement[at] ?? -1]?.department)).length;
  const ends = placement.reduce(
    (sum, target) => sum + daysBetween({ from: dayOf('2026-01-01'), to: targets[target]?.end ?? dayOf('') }),
    0,
  );
  return [own, ends, -new Set([...used, ...placement]).size, ...placement.map((target) => -target)];
}

function isSame(left: string | undefined, right: string | undefined): boolean {
  return left !== undefined && left.trim() !== '' && left.trim() === right?.trim();
}

function isBetter(left: Worth, right: Worth): boolean {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at !== -1 && (left[at] ?? 0) > (right[at] ?? 0);
}

function* placements(problem: PlacementProblem, before: readonly number[], seats: PlacementProblem['seats']): Generator<readonly number[]> {
  const seeker = problem.seekers[before.length];
  if (seeker === undefined) {
    yield before;
    return;
  }
  const own = seats[seeker.lot] ?? [];
  for (const [target, free] of own.entries()) {
    if (free >= 1) yield* placements(problem, [...before, target], seats.with(seeker.lot, own.with(target, free - 1)));
  }
}
