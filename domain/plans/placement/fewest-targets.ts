import { type Demand, seatsWhere, sum } from './demand.ts';
import { flowFor } from './flow.ts';
import type { Layout } from './problem.ts';

type Asked = { readonly demands: readonly Demand[]; readonly layout: Layout; readonly needed: readonly number[] };
/** Per target: in the set, out of it, or not decided yet. */
type Decided = readonly ('in' | 'out' | 'open')[];

/**
 * P4, its third goal: a smallest set of targets, the needed ones among them, that can meet the demands of all lots together.
 * @throws Error when not even all targets can.
 */
export function fewestTargets({ demands, layout, needed }: Asked): readonly boolean[] {
  for (let atMost = needed.length; atMost <= layout.classOf.length; atMost += 1) {
    const found = targetsWithin({ demands, layout, needed }, atMost);
    if (found !== undefined) return found;
  }
  throw new Error('Not even all targets together can take the people who were to be placed on them.');
}

/** A set of at most so many targets that can meet the demands; undefined when there is none. */
export function targetsWithin({ demands, layout, needed }: Asked, atMost: number): readonly boolean[] | undefined {
  const undecided = layout.classOf.map((): Decided[number] => 'open');
  const start = needed.reduce<Decided>((decided, target) => decided.with(target, 'in'), undecided);
  return search({ demands, layout, atMost }, start);
}

type Search = Omit<Asked, 'needed'> & { readonly atMost: number };

/** Depth first. More open targets never hurt, so what all but those left out cannot meet, no set below can. */
function search(asked: Search, decided: Decided): readonly boolean[] | undefined {
  const chosen = decided.map((each) => each === 'in');
  if (chosen.filter(Boolean).length + atLeastMissing(asked, decided) > asked.atMost) return undefined;
  if (canMeet(asked, chosen)) return chosen;
  const allowed = decided.map((each) => each !== 'out');
  if (!canMeet(asked, allowed)) return undefined;
  const next = mostUseful(asked, decided);
  if (next === undefined) return undefined;
  return search(asked, decided.with(next, 'in')) ?? search(asked, withoutIt(asked, decided, next));
}

function canMeet({ demands, layout }: Search, isOpen: readonly boolean[]): boolean {
  return demands.every((demand) => flowFor(demand, isOpen, layout) !== undefined);
}

/**
 * How many more targets are needed at the least: per class of ends (and, the other way to look at it, per department), as
 * many as the largest ones take to make up what is missing. A target is of one class and of one department.
 */
function atLeastMissing(asked: Search, decided: Decided): number {
  const { classOf, departmentOf, classes, departments } = asked.layout;
  const byClass = Array.from({ length: classes }, (_, index) => missingIn(asked, decided, { of: classOf, index, need: 'quota' }));
  const byDepartment = Array.from({ length: departments }, (_, index) =>
    missingIn(asked, decided, { of: departmentOf, index, need: 'own' }),
  );
  return Math.max(sum(byClass), sum(byDepartment));
}

type Part = { readonly of: readonly number[]; readonly index: number; readonly need: 'quota' | 'own' };

/** For each lot alone, and for all lots together: a target then brings what is missing of each. */
function missingIn({ demands }: Search, decided: Decided, { of, index, need }: Part): number {
  const isIn = decided.map((each, target) => (each === 'in' && of[target] === index ? 1 : 0));
  const open = decided.flatMap((each, target) => (each === 'open' && of[target] === index ? [target] : []));
  const missing = demands.map(({ seats, [need]: needs }) => Math.max(0, (needs[index] ?? 0) - seatsWhere(seats, isIn, 1)));
  const brought = demands.map(({ seats }, lot) => open.map((target) => Math.min(seats[target] ?? 0, missing[lot] ?? 0)));
  const together = open.map((_, at) => sum(brought.map((seats) => seats[at] ?? 0)));
  return Math.max(largestFor(sum(missing), together), ...brought.map((seats, lot) => largestFor(missing[lot] ?? 0, seats)));
}

/** How many of the largest numbers make up a total; all of them where they do not. */
function largestFor(total: number, numbers: readonly number[]): number {
  let left = total;
  let used = 0;
  for (const each of numbers.toSorted((one, other) => other - one)) {
    if (left <= 0) break;
    left -= each;
    used += 1;
  }
  return used;
}

/** The open target with the most seats where something is missing most; ties go to the smaller id. */
function mostUseful({ demands, layout }: Search, decided: Decided): number | undefined {
  const isIn = decided.map((each) => each === 'in');
  const worth = decided.map((each, target) => {
    if (each !== 'open') return -1;
    return sum(demands.map((demand) => usefulSeats(demand, isIn, { target, layout })));
  });
  const best = Math.max(...worth);
  return best < 0 ? undefined : worth.indexOf(best);
}

type Offer = { readonly target: number; readonly layout: Layout };

function usefulSeats({ seats, quota, own }: Demand, isIn: readonly boolean[], { target, layout }: Offer): number {
  const inClass = layout.classOf[target] ?? 0;
  const department = layout.departmentOf[target] ?? 0;
  const chosen = seats.map((free, at) => (isIn[at] ? free : 0));
  const missingInClass = (quota[inClass] ?? 0) - seatsWhere(chosen, layout.classOf, inClass);
  const missingInDepartment = (own[department] ?? 0) - seatsWhere(chosen, layout.departmentOf, department);
  const free = seats[target] ?? 0;
  return Math.max(0, Math.min(free, missingInClass)) + Math.max(0, Math.min(free, missingInDepartment));
}

/** Left out, and with it every open target that could only do less in its place. */
function withoutIt({ demands, layout }: Search, decided: Decided, gone: number): Decided {
  const canReplace = (target: number) =>
    layout.classOf[target] === layout.classOf[gone] &&
    layout.departmentOf[target] === layout.departmentOf[gone] &&
    demands.every(({ seats }) => (seats[target] ?? 0) <= (seats[gone] ?? 0));
  return decided.map((each, target) => (each === 'open' && canReplace(target) ? 'out' : each));
}
