import { addDays, type Day, earliestOf, OPEN_END } from '../days/day.ts';
import type { TenantPicture } from '../tenants/picture.ts';
import { standingsOf } from './standing.ts';

/**
 * D8. The earliest day on which somebody who has access today loses it; `OPEN_END` when nobody will, as far as is known. Unknown
 * dates count as a loss tomorrow (D5). Those who are stranded already have lost theirs and set no day.
 */
export function soonestLossOn(picture: TenantPicture, today: Day): Day {
  const lastDays = standingsOf({ picture, today }).flatMap(({ standing }) =>
    standing.standing === 'covered' && standing.horizon.coverage === 'until' ? [standing.horizon.coveredThrough] : [],
  );
  const soonest = earliestOf([...new Set(lastDays)]);
  return soonest === undefined ? OPEN_END : addDays(soonest, 1);
}
