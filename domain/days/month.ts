import { Temporal } from 'temporal-polyfill';
import { type Day, dayOf } from './day.ts';

/** The first and the last day of a month, written as `2026-11`; its usage is held against the commitments of the last. */
export function daysOfMonth(month: string): { readonly first: Day; readonly last: Day } {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month);
  return { first: dayOf(`${month}-01`), last: dayOf(`${month}-${daysInMonth}`) };
}
