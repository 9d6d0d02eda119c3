import { byId } from '../ids.ts';
import type { AccessKind } from '../subscriptions/subscription.ts';
import type { Target } from './candidates.ts';
import { comparedDepartment } from './department.ts';
import type { Leaving } from './who-moves.ts';

/**
 * P3. The target on which somebody who leaves holds a kind already, by its place among the targets: only the old assignment
 * goes, no seat is taken. Of several, P4's choice: the own department, then the latest end, then the smallest id.
 */
export function alreadyThereOn(targets: readonly Target[]): (leaving: Leaving, kind: AccessKind) => number | undefined {
  const places = new Map(targets.map(({ subscription }, place) => [subscription.subscriptionId, place]));
  return ({ person }, kind) => {
    const better = byOwnDepartmentThenEnd(targets, person.department);
    return person.assignments
      .filter((held) => held.kind === kind)
      .map(({ subscriptionId }) => places.get(subscriptionId))
      .filter((place) => place !== undefined)
      .toSorted(better)[0];
  };
}

function byOwnDepartmentThenEnd(targets: readonly Target[], department: string | undefined): (left: number, right: number) => number {
  const own = comparedDepartment(department);
  const isOwn = (place: number) => Number(own !== undefined && comparedDepartment(targets[place]?.subscription.department) === own);
  const endOf = (place: number) => targets[place]?.end ?? '';
  return (left, right) => isOwn(right) - isOwn(left) || byId(endOf(right), endOf(left)) || left - right;
}
