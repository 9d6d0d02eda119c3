import { addDays, type Day, earliestOf } from '#domain/days/day.ts';
import { lookAheadFrom } from '#domain/days/look-ahead.ts';
import { type Forecast, forecastOf } from '#domain/forecast/forecast-of.ts';
import type { TenantId } from '#domain/ids.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Ports } from './ports.ts';
import { readPicture } from './read-picture.ts';
import { type InvalidField, invalidField, type TenantNotFound } from './refusals.ts';

type Asked = { readonly tenantId: TenantId; readonly from?: Day | undefined; readonly to?: Day | undefined };

const USUAL_DAYS = 365;

/**
 * D15. What is expected of a tenant from today, or from a later day, through another: a year ahead unless asked otherwise, or as
 * far of it as five years from today reach. Reads only.
 */
export async function readForecast(
  ports: Pick<Ports, 'stores' | 'clock'>,
  { tenantId, from, to }: Asked,
): Promise<Result<Forecast, TenantNotFound | InvalidField>> {
  const read = await readPicture(ports, { tenantId });
  if (!read.ok) return read;
  const { snapshot: picture, today } = read.value;
  const range = { from: from ?? today, to: to ?? usualEnd(from ?? today, today) };
  const wrong = wrongIn(range, today);
  return wrong === undefined ? ok(forecastOf({ picture, today, ...range })) : refused(wrong);
}

function usualEnd(from: Day, today: Day): Day {
  const aYearOn = addDays(from, USUAL_DAYS);
  return earliestOf([aYearOn, lookAheadFrom(today)]) ?? aYearOn;
}

function wrongIn({ from, to }: { readonly from: Day; readonly to: Day }, today: Day): InvalidField | undefined {
  const furthest = lookAheadFrom(today);
  if (from < today) return invalidField('from', `Must not be before today, ${today}: what was is told by the audit.`);
  if (from > furthest) return invalidField('from', `Must not be after ${furthest}, five years from today.`);
  if (to < from) return invalidField('to', `Must not be before ${from}, the day the forecast begins.`);
  return to > furthest ? invalidField('to', `Must not be after ${furthest}, five years from today.`) : undefined;
}
