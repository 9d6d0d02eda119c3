import { addDays, type Day } from './day.ts';

/** Five years: the longest term that Cisco sells. */
const AHEAD_DAYS = 1826;

/** The last day of a look ahead where nobody says otherwise. */
export function lookAheadFrom(today: Day): Day {
  return addDays(today, AHEAD_DAYS);
}
