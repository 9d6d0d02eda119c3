import { type Coverage, coverageOf } from '../coverage/coverage-of.ts';
import { addDays, type Day } from '../days/day.ts';
import { findingsOf } from '../findings/find-all.ts';
import type { Finding } from '../findings/finding.ts';
import { type Forecast, forecastOf } from '../forecast/forecast-of.ts';
import type { TenantPicture } from '../tenants/picture.ts';

/** How a tenant stands on a day, and what is to be expected of it from then on. */
export type Outlook = { readonly coverage: Coverage; readonly findings: readonly Finding[]; readonly forecast: Forecast };

/** D9. Who loses access within so many days is at risk. */
const AT_RISK_DAYS = 30;
const AHEAD_DAYS = 365;

/** The same answers as those of the check and of a forecast of a year ahead: by the same functions, so they cannot disagree. */
export function outlookOf({ picture, today }: { readonly picture: TenantPicture; readonly today: Day }): Outlook {
  return {
    coverage: coverageOf({ picture, today, days: AT_RISK_DAYS }),
    findings: findingsOf({ picture, today }),
    forecast: forecastOf({ picture, today, from: today, to: addDays(today, AHEAD_DAYS) }),
  };
}
