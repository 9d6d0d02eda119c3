import { addDays } from '../days/day.ts';
import { dayIn, type Instant, momentOf } from '../days/instant.ts';

export type AlertHour = {
  /** Local hour, 0 to 23. */
  readonly alertHour: number;
  /** IANA zone of the tenant. */
  readonly timeZone: string;
};

/**
 * C2. When a tenant is due next: the first alert hour, in its zone, strictly after a moment. An hour that daylight
 * saving skips is taken as Temporal's `compatible` does, one that comes twice counts once, the first time.
 */
export function nextCheckAt({ after, alertHour, timeZone }: AlertHour & { readonly after: Instant }): Instant {
  const today = dayIn(timeZone, after);
  const todays = momentOf({ day: today, hour: alertHour, timeZone });
  return after < todays ? todays : momentOf({ day: addDays(today, 1), hour: alertHour, timeZone });
}
