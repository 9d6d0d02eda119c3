import { coverageOf } from '../coverage/coverage-of.ts';
import type { Day } from '../days/day.ts';
import type { TenantPicture } from '../tenants/picture.ts';

/** D9. How far ahead the list of tenants counts people as at risk. */
const AT_RISK_DAYS = 30;

/** D10. What the list of tenants shows of each: how many people have access, have lost it, or will within 30 days. */
export function tenantCounts(picture: TenantPicture, today: Day) {
  const { total, covered, stranded, atRisk } = coverageOf({ picture, today, days: AT_RISK_DAYS }).people;
  return { subscriptions: picture.subscriptions.length, people: total, covered, stranded, atRisk };
}
