import { type Demand, type Step, seatsWhere } from './demand.ts';
import type { Layout } from './problem.ts';

/**
 * A proof that a lot's demand can be met by a set of open targets: `units` says how many people of each department get a seat
 * of their own department in each class of ends, out of the `room` there. The rest of each class is filled by anybody.
 * Both are indexed by `class * departments + department`.
 */
export type Flow = { readonly room: readonly number[]; readonly units: readonly number[] };

/** A flow for the open targets, or undefined when they cannot meet the demand. */
export function flowFor(demand: Demand, isOpen: readonly boolean[], layout: Layout): Flow | undefined {
  const seats = demand.seats.map((free, target) => (isOpen[target] ? free : 0));
  if (demand.quota.some((needed, index) => seatsWhere(seats, layout.classOf, index) < needed)) return undefined;
  if (demand.own.some((needed, index) => seatsWhere(seats, layout.departmentOf, index) < needed)) return undefined;
  const room = new Array<number>(layout.classes * layout.departments).fill(0);
  for (const [target, free] of seats.entries()) {
    const cell = (layout.classOf[target] ?? 0) * layout.departments + (layout.departmentOf[target] ?? 0);
    room[cell] = (room[cell] ?? 0) + free;
  }
  const empty: Flow = { room, units: room.map(() => 0) };
  return demand.own.reduce<Flow | undefined>(
    (flow, needed, department) => flow && pushed({ flow, demand, layout }, department, needed),
    empty,
  );
}

type Routing = { readonly flow: Flow; readonly demand: Demand; readonly layout: Layout };

/** The flow when a step was taken on an open target; undefined when what is left can no longer be met by these targets. */
export function flowAfter({ flow, demand, layout }: Routing, { department, target }: Step): Flow | undefined {
  const inClass = layout.classOf[target] ?? 0;
  const first = inClass * layout.departments;
  const cell = first + (layout.departmentOf[target] ?? 0);
  const room = flow.room.with(cell, (flow.room[cell] ?? 0) - 1);
  const isOwn = layout.departmentOf[target] === department && department !== layout.none;
  const gone = isOwn ? unitOf({ flow, layout }, department, inClass) : undefined;
  const units = gone === undefined ? flow.units : less(flow.units, gone);
  const surplus = surplusCell({ units, room, quota: demand.quota[inClass] ?? 0 }, { cell, first, departments: layout.departments });
  if (surplus === undefined) return { room, units };
  return pushed({ flow: { room, units: less(units, surplus) }, demand, layout }, surplus - first, 1);
}

/** A unit of the department: in that class if there is one, else in any. */
function unitOf({ flow, layout }: Omit<Routing, 'demand'>, department: number, inClass: number): number {
  const cells = Array.from({ length: layout.classes }, (_, index) => index * layout.departments + department);
  const holds = (cell: number) => (flow.units[cell] ?? 0) > 0;
  const here = inClass * layout.departments + department;
  const found = holds(here) ? here : cells.find(holds);
  if (found === undefined) throw new Error('A flow does not hold the people it has to seat in their own department.');
  return found;
}

type Loads = { readonly units: readonly number[]; readonly room: readonly number[]; readonly quota: number };
type Span = { readonly cell: number; readonly first: number; readonly departments: number };

/** A cell of the class that holds one unit too many: more than its room, or more than the class may use. */
function surplusCell({ units, room, quota }: Loads, { cell, first, departments }: Span): number | undefined {
  if ((units[cell] ?? 0) > (room[cell] ?? 0)) return cell;
  const ofClass = units.slice(first, first + departments);
  if (ofClass.reduce((total, each) => total + each, 0) <= quota) return undefined;
  return first + ofClass.findIndex((each) => each > 0);
}

/** One hop: the department takes seats of the class; `displaced` gives as many up there and looks elsewhere. */
type Hop = { readonly cell: number; readonly displaced?: number };

/** The flow with so many more of a department seated, others rerouted where needed; undefined when there is no way. */
function pushed({ flow, demand, layout }: Routing, department: number, needed: number): Flow | undefined {
  let current = flow;
  for (let left = needed; left > 0; ) {
    const path = pathFrom({ flow: current, demand, layout }, department, new Set());
    if (path === undefined) return undefined;
    const amount = Math.min(left, path.spare, ...path.hops.map((hop) => widthOf(current, hop)));
    current = { room: current.room, units: along(current.units, path.hops, amount) };
    left -= amount;
  }
  return current;
}

type Path = { readonly hops: readonly Hop[]; readonly spare: number };

/** An augmenting path, depth first; each class is looked at once. */
function pathFrom(routing: Routing, department: number, seen: Set<number>): Path | undefined {
  const { flow, demand, layout } = routing;
  for (let index = 0; index < layout.classes; index += 1) {
    const cell = index * layout.departments + department;
    if (seen.has(index) || (flow.room[cell] ?? 0) <= (flow.units[cell] ?? 0)) continue;
    seen.add(index);
    const first = index * layout.departments;
    const load = flow.units.slice(first, first + layout.departments).reduce((total, each) => total + each, 0);
    const spare = (demand.quota[index] ?? 0) - load;
    const path = spare > 0 ? { hops: [{ cell }], spare } : displacing(routing, { cell, first }, seen);
    if (path !== undefined) return path;
  }
  return undefined;
}

function displacing(routing: Routing, { cell, first }: Omit<Span, 'departments'>, seen: Set<number>): Path | undefined {
  for (let other = 0; other < routing.layout.departments; other += 1) {
    const displaced = first + other;
    if (displaced === cell || (routing.flow.units[displaced] ?? 0) === 0) continue;
    const path = pathFrom(routing, other, seen);
    if (path !== undefined) return { ...path, hops: [{ cell, displaced }, ...path.hops] };
  }
  return undefined;
}

function widthOf({ room, units }: Flow, { cell, displaced }: Hop): number {
  const width = (room[cell] ?? 0) - (units[cell] ?? 0);
  return displaced === undefined ? width : Math.min(width, units[displaced] ?? 0);
}

function along(units: readonly number[], hops: readonly Hop[], amount: number): readonly number[] {
  const changed = [...units];
  for (const { cell, displaced } of hops) {
    changed[cell] = (changed[cell] ?? 0) + amount;
    if (displaced !== undefined) changed[displaced] = (changed[displaced] ?? 0) - amount;
  }
  return changed;
}

function less(units: readonly number[], cell: number): readonly number[] {
  return units.with(cell, (units[cell] ?? 0) - 1);
}
