import { canonical } from '../canonical.ts';
import { addDays, type Day } from '../days/day.ts';

/** Days on which the same is true; `to` is the last of them. */
export type Segment<Told extends object> = Told & { readonly from: Day; readonly to: Day };

type Range = { readonly from: Day; readonly to: Day; readonly turning: readonly Day[] };

/**
 * D15. What is true from one day through another, as segments in which nothing changes: without holes or overlaps, each
 * other than its neighbours. It is asked on the first day and on each day in `turning`, the only ones on which it may change.
 */
export function segmentsOf<Told extends object>({ from, to, turning }: Range, toldOn: (day: Day) => Told): readonly Segment<Told>[] {
  const days = [from, ...turning.filter((day) => from < day && day <= to)];
  const told = days.map((day) => ({ day, what: toldOn(day) }));
  const changes = told.filter(({ what }, place) => place === 0 || canonical(what) !== canonical(told[place - 1]?.what));
  return changes.map(({ day, what }, place) => {
    const next = changes[place + 1];
    return { from: day, to: next === undefined ? to : addDays(next.day, -1), ...what };
  });
}
