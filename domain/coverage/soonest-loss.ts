import { addDays, type Day, OPEN_END } from '../days/day.ts';
import type { TenantPicture } from '../tenants/picture.ts';
import { standingsOf } from './standing.ts';

/** The first day on which somebody loses access, and how many people lose it that day; `OPEN_END` and nobody when nothing known ends. */
export type SoonestLoss = { readonly soonestLossOn: Day; readonly losing: number };

/**
 * D8. The earliest day on which somebody who has access today loses it, and how many do that day. Unknown dates count as a loss
 * tomorrow (D5). Those who are stranded already have lost theirs and set no day.
 */
export function soonestLossOf(picture: TenantPicture, today: Day): SoonestLoss {
  const losing = new Map<Day, number>();
  for (const { standing } of standingsOf({ picture, today })) {
    if (standing.standing !== 'covered' || standing.horizon.coverage !== 'until') continue;
    const { coveredThrough } = standing.horizon;
    losing.set(coveredThrough, (losing.get(coveredThrough) ?? 0) + 1);
  }
  const soonest = [...losing].toSorted(([left], [right]) => (left < right ? -1 : 1))[0];
  return soonest === undefined ? { soonestLossOn: OPEN_END, losing: 0 } : { soonestLossOn: addDays(soonest[0], 1), losing: soonest[1] };
}
