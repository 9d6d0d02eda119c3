import { type Demand, demandAfter, demandOf } from './demand.ts';
import { fewestTargets, targetsWithin } from './fewest-targets.ts';
import { type Flow, flowAfter, flowFor } from './flow.ts';
import { type Layout, layoutOf, type PlacementProblem, type Seeker } from './problem.ts';

/** The people placed so far lead to a best placement, and this is the proof: open targets, and a flow on them per lot. */
type Standing = {
  readonly demands: readonly Demand[];
  readonly flows: readonly Flow[];
  readonly isOpen: readonly boolean[];
  readonly isUsed: readonly boolean[];
};

/**
 * P4. The target of each seeker, by its place in the list. Among all ways to place everybody: most people on a subscription of
 * their own department, then the latest ends in sum, then fewest targets, then the smallest sequence of ids. Exact.
 *
 * One person after the other gets the first target that still leads to a best placement of everybody. Where the open targets
 * cannot show that, other sets of as few targets are tried. People of one lot and department are interchangeable, so what
 * led nowhere for one of them leads nowhere for the later ones.
 * @throws Error when a lot has fewer seats than people.
 *
 * @example Three free seats and five people: the full admin and the first two agents by id get them; two are left, and the plan
 * says to buy two seats. Of two targets with room, people of the department Claims go to the subscription of Claims.
 */
export function placePeople(problem: PlacementProblem): readonly number[] {
  const layout = layoutOf(problem.targets);
  let standing = firstStanding(problem, layout);
  const atMost = standing.isOpen.filter(Boolean).length;
  const hopeless = new Set<string>();
  return problem.seekers.map((seeker) => {
    const department = layout.numberOf(seeker.department);
    const likes = `${seeker.lot} ${department}`;
    for (let target = 0; target < problem.targets.length; target += 1) {
      const key = `${likes} ${target}`;
      if (hopeless.has(key)) continue;
      const next = tried({ standing, layout, atMost }, seeker, { department, target });
      if (next !== undefined) {
        standing = next;
        return target;
      }
      hopeless.add(key);
    }
    throw new Error('Somebody who was to get a seat found none.');
  });
}

function firstStanding(problem: PlacementProblem, layout: Layout): Standing {
  const demands = problem.seats.map((_, lot) => demandOf(problem, lot, layout));
  const isOpen = fewestTargets({ demands, layout, needed: problem.used });
  const isUsed = problem.targets.map((_, target) => problem.used.includes(target));
  return { demands, flows: flowsOn(demands, isOpen, layout), isOpen, isUsed };
}

function flowsOn(demands: readonly Demand[], isOpen: readonly boolean[], layout: Layout): readonly Flow[] {
  return demands.map((demand) => {
    const flow = flowFor(demand, isOpen, layout);
    if (flow === undefined) throw new Error('Targets were chosen that cannot take the people.');
    return flow;
  });
}

type Trying = { readonly standing: Standing; readonly layout: Layout; readonly atMost: number };

/** The standing after somebody was placed on a target; undefined when that leads to no best placement. */
function tried({ standing, layout, atMost }: Trying, { lot }: Seeker, step: { department: number; target: number }): Standing | undefined {
  const [demand, flow] = [standing.demands[lot], standing.flows[lot]];
  if (demand === undefined || flow === undefined) throw new Error(`There is no lot ${lot}.`);
  const left = demandAfter(demand, step, layout);
  if (left === undefined) return undefined;
  const demands = standing.demands.with(lot, left);
  const isUsed = standing.isUsed[step.target] ? standing.isUsed : standing.isUsed.with(step.target, true);
  const after = standing.isOpen[step.target] ? flowAfter({ flow, demand: left, layout }, step) : undefined;
  if (after !== undefined) return { ...standing, demands, flows: standing.flows.with(lot, after), isUsed };
  const needed = isUsed.flatMap((used, target) => (used ? [target] : []));
  const isOpen = targetsWithin({ demands, layout, needed }, atMost);
  return isOpen && { demands, flows: flowsOn(demands, isOpen, layout), isOpen, isUsed };
}
