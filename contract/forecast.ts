import * as z from 'zod';
import type { Forecast } from '#domain/forecast/forecast-of.ts';
import { byUsageType } from '#domain/liability/usage.ts';
import { day, dayText, idAnswer } from './fields.ts';
import { cliffAnswer } from './liability.ts';

export const forecastQuery = { from: day.optional(), to: day.optional() };

const payers = z.array(z.object({ from: dayText, to: dayText, subscriptionId: idAnswer.optional() }));

/** D15. Segments in which nothing changes; `to` is the last day of each, and a payer without a subscription is nobody. */
export const forecastAnswer = z.object({
  primary: payers,
  liability: z.object(byUsageType(() => payers)),
  cliffs: z.array(cliffAnswer),
  horizon: z.array(
    z.object({ from: dayText, to: dayText, total: z.int(), covered: z.int(), stranded: z.int(), waiting: z.int(), unassigned: z.int() }),
  ),
});

export function fromForecast({ primary, liability, cliffs, horizon }: Forecast): z.input<typeof forecastAnswer> {
  return {
    primary: [...primary],
    liability: byUsageType((type) => [...liability[type]]),
    cliffs: [...cliffs],
    horizon: [...horizon],
  };
}
