import { Temporal } from 'temporal-polyfill';

declare const dayBrand: unique symbol;

/** D1. A calendar day in a tenant's time zone, as ISO 8601 `YYYY-MM-DD`; never a UTC instant. Days compare as text. */
export type Day = string & { readonly [dayBrand]: true };

/** P4. The last day there is: the end of what has no end, when ends are compared or added up. */
export const OPEN_END = '9999-12-31' as Day;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** The day a text names, or undefined when it names none (`2027-02-29`, `1.1.2027`). */
export function parseDay(text: string): Day | undefined {
  if (!SHAPE.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as Day;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The day a text names. @throws Error when it names none: for texts that were validated at the border. */
export function dayOf(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`"${text}" is not a calendar day of the form YYYY-MM-DD.`);
  return day;
}

/** A day of the calendar read as one of UTC, in which no day is longer than another: what is added and compared is days alone. */
const DAY_MS = 86_400_000;

/** The day `days` after `day` (before it when negative), at the latest `OPEN_END`: later years would not compare as text. */
export function addDays(day: Day, days: number): Day {
  const sum = Date.parse(day) + days * DAY_MS;
  return sum > Date.parse(OPEN_END) ? OPEN_END : (new Date(sum).toISOString().slice(0, 10) as Day);
}

/** Whole days from one day to another; negative when `to` is the earlier one. */
export function daysBetween({ from, to }: { readonly from: Day; readonly to: Day }): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** The earliest of the days that are given; undefined when none is. */
export function earliestOf(days: readonly (Day | undefined)[]): Day | undefined {
  return days.filter((day) => day !== undefined).toSorted()[0];
}

/** The latest of the days that are given; undefined when none is. */
export function latestOf(days: readonly (Day | undefined)[]): Day | undefined {
  return days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}
