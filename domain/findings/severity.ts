import { type Day, daysBetween } from '../days/day.ts';
import type { Severity } from './finding.ts';

/** From so many days before an end on, what it takes away is critical (D25). */
const CRITICAL_DAYS = 3;

/** D25. A warning, critical from 3 days before the day and after it. Without a day: a warning. */
export function severityBefore(on: Day | undefined, today: Day): Severity {
  return on !== undefined && daysBetween({ from: today, to: on }) <= CRITICAL_DAYS ? 'critical' : 'warning';
}
