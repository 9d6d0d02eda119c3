import { Temporal } from 'temporal-polyfill';
import type { Day } from './day.ts';

declare const instantBrand: unique symbol;

/** A moment, as ISO 8601 in UTC with milliseconds (`2026-12-02T07:00:00.000Z`). Instants compare as text. */
export type Instant = string & { readonly [instantBrand]: true };

/** The instant that many milliseconds after the Unix epoch. */
export function instantOf(epochMilliseconds: number): Instant {
  return new Date(epochMilliseconds).toISOString() as Instant;
}

/** Milliseconds since the Unix epoch. */
export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant);
}

/** The moment that many seconds after another one. */
export function secondsAfter(instant: Instant, seconds: number): Instant {
  return instantOf(millisecondsOf(instant) + seconds * 1000);
}

/** D1. The tenant's local day at a moment: its "today". */
export function dayIn(timeZone: string, at: Instant): Day {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString() as Day;
}

/** The zone in which each day begins first, fourteen hours ahead of UTC. */
const FIRST_ZONE = 'Etc/GMT-14';

/** The latest day that it is anywhere at a moment: no tenant's today is after it. */
export function latestDayAt(at: Instant): Day {
  return dayIn(FIRST_ZONE, at);
}

/**
 * The moment a local day reaches an hour in a zone. An hour that daylight saving skips is taken as Temporal's
 * `compatible` does (C2): the same time after the gap.
 */
export function momentOf({ day, hour, timeZone }: { readonly day: Day; readonly hour: number; readonly timeZone: string }): Instant {
  const local = Temporal.PlainDate.from(day).toPlainDateTime({ hour });
  return instantOf(local.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds);
}

/** Whether a text names an IANA time zone this runtime knows (`Europe/Berlin`). Offsets such as `+01:00` do not count. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
