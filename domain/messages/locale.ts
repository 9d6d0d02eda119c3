import type { Day } from '../days/day.ts';

/** The forms of a noun or verb by number, as English and German have them. */
type Forms = { readonly one: string; readonly other: string };

/** A3. How a language writes days and counts. */
export type Locale = {
  /** `Monday 7 December 2026`. */
  readonly longDay: (day: Day) => string;
  /** `7 Dec 2026`: for subjects and SMS. */
  readonly shortDay: (day: Day) => string;
  /** `November 2026`, of `2026-11`. */
  readonly month: (month: string) => string;
  /** `1,234`. */
  readonly number: (count: number) => string;
  /** The form that goes with the number. */
  readonly form: (count: number, forms: Forms) => string;
  /** The number with its form: `1 person`, `1,234 people`. */
  readonly counted: (count: number, forms: Forms) => string;
};

/** British English: its dates name the month, so that nobody takes 7 December for 12 July. */
export const english = localeOf('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
/** German, with the dates of Germany. */
export const german = localeOf('de-DE', { day: 'numeric', month: 'numeric', year: 'numeric' });

function localeOf(tag: string, short: Intl.DateTimeFormatOptions): Locale {
  const long = new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const brief = new Intl.DateTimeFormat(tag, { ...short, timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(tag, { useGrouping: true });
  const plurals = new Intl.PluralRules(tag);
  const form = (count: number, forms: Forms) => (plurals.select(count) === 'one' ? forms.one : forms.other);
  return {
    longDay: (day) => long.format(noonOf(day)),
    shortDay: (day) => brief.format(noonOf(day)),
    month: (month) => months.format(Date.parse(`${month}-01T12:00:00Z`)),
    number: (count) => numbers.format(count),
    form,
    counted: (count, forms) => `${numbers.format(count)} ${form(count, forms)}`,
  };
}

/** D1. A calendar day is formatted as its own noon in UTC, so that no zone can shift it. */
function noonOf(day: Day): number {
  return Date.parse(`${day}T12:00:00Z`);
}
