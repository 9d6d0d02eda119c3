import type { Day } from '../days/day.ts';
import { type Cliff, cliffsBetween } from '../liability/cliffs.ts';
import { type Payers, payersBetween } from '../liability/payers.ts';
import { type Segment, segmentsOf } from '../liability/segments.ts';
import { turningDays } from '../liability/turning-days.ts';
import type { TenantPicture } from '../tenants/picture.ts';
import { foreseen } from './foreseen.ts';
import { type PeopleCounts, peopleAhead } from './people-ahead.ts';

/** D15. What is expected from one day through another: who pays, where commitments fall, and how many people have access (D7). */
export type Forecast = Payers & { readonly cliffs: readonly Cliff[]; readonly horizon: readonly Segment<PeopleCounts>[] };

type Asked = { readonly picture: TenantPicture; readonly today: Day; readonly from: Day; readonly to: Day };

/**
 * D15. What is expected of a tenant from one day through another, seen from today and exact to the day: the primary, who pays
 * for which usage type, the days on which commitments fall, and how many people have access. What renews by itself is expected
 * to go on (D4); unknown dates cover today and not beyond (D5). Nobody is expected to move anybody.
 *
 * Each day is judged by the daily check's own rules, on the tenant as it is foreseen.
 */
export function forecastOf({ picture, today, from, to }: Asked): Forecast {
  const asked = { picture: foreseen(picture, today), today, from, to };
  return {
    ...payersBetween(asked),
    cliffs: cliffsBetween(asked),
    horizon: segmentsOf({ from, to, turning: turningDays(asked) }, peopleAhead(asked.picture)),
  };
}
