import type { Layout, PlacementProblem } from './problem.ts';

/**
 * What the best placement of one lot still has to reach. `seats` per target; `quota`: how many of them are used per class of
 * ends, exactly; `own` per department: how many of its people must still get a seat of it; `elsewhere`: how many must not.
 */
export type Demand = {
  readonly seats: readonly number[];
  readonly quota: readonly number[];
  readonly own: readonly number[];
  readonly elsewhere: readonly number[];
};

/**
 * P4, its first two goals, for one lot of people. Departments are independent of each other, so the most people on a
 * subscription of their own department are, of each, as many as there are people or seats of it. Sets of seats that allow this
 * are the bases of a matroid, so taking the latest ends first gives the latest ends in sum, and how many seats of each end
 * are used is the same in every best placement.
 * @throws Error when there are fewer seats than people.
 */
export function demandOf(problem: PlacementProblem, lot: number, layout: Layout): Demand {
  const people = countBy(
    problem.seekers.filter((seeker) => seeker.lot === lot).map(({ department }) => layout.numberOf(department)),
    layout.departments,
  );
  const total = sum(people);
  if (sum(problem.seats[lot] ?? []) < total) throw new Error(`Lot ${lot} has fewer seats than the people who were to be placed on them.`);
  const seats = (problem.seats[lot] ?? []).map((free) => Math.min(free, total));
  const own = people.map((wanting, department) =>
    department === layout.none ? 0 : Math.min(wanting, seatsWhere(seats, layout.departmentOf, department)),
  );
  return { seats, quota: quotaOf({ seats, own, total }, layout), own, elsewhere: people.map((wanting, at) => wanting - (own[at] ?? 0)) };
}

type Totals = { readonly seats: readonly number[]; readonly own: readonly number[]; readonly total: number };

/** How many seats the first classes can take at most, class by class: what the departments need of later ones is kept back. */
function quotaOf({ seats, own, total }: Totals, { classOf, departmentOf, classes }: Layout): readonly number[] {
  const reached = Array.from({ length: classes + 1 }, (_, first) => {
    const within = seats.map((free, target) => ((classOf[target] ?? classes) < first ? free : 0));
    const keptBack = own.map((needed, department) => Math.max(0, needed - seatsWhere(within, departmentOf, department)));
    return Math.min(total - sum(keptBack), sum(within));
  });
  return Array.from({ length: classes }, (_, index) => (reached[index + 1] ?? 0) - (reached[index] ?? 0));
}

export type Step = { readonly department: number; readonly target: number };

/** What is left to reach when somebody of a department takes a seat of a target; undefined when that cannot lead to the best. */
export function demandAfter(demand: Demand, { department, target }: Step, layout: Layout): Demand | undefined {
  const inClass = layout.classOf[target] ?? layout.classes;
  const isOwn = layout.departmentOf[target] === department && department !== layout.none;
  const key = isOwn ? 'own' : 'elsewhere';
  const left = demand[key][department] ?? 0;
  const free = demand.seats[target] ?? 0;
  const quota = demand.quota[inClass] ?? 0;
  if (left < 1 || free < 1 || quota < 1) return undefined;
  return {
    ...demand,
    seats: demand.seats.with(target, free - 1),
    quota: demand.quota.with(inClass, quota - 1),
    [key]: demand[key].with(department, left - 1),
  };
}

/** The seats of the targets that belong to one class, or department. */
export function seatsWhere(seats: readonly number[], belongsTo: readonly number[], which: number): number {
  return seats.reduce((total, free, target) => (belongsTo[target] === which ? total + free : total), 0);
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function countBy(places: readonly number[], length: number): readonly number[] {
  const counts = new Array<number>(length).fill(0);
  for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
}
