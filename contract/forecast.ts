import * as z from 'zod';
import type { Forecast } from '#domain/forecast/forecast-of.ts';
import { day, dayText, idAnswer } from './fields.ts';
import { cliffAnswer } from './liability.ts';

export const forecastQuery = { from: day.optional(), to: day.optional() };

const payers = z.array(z.object({ from: dayText, to: dayText, subscriptionId: idAnswer.optional() }));

/** D15. Segments in which nothing changes; `to` is the last day of each, and a payer without a subscription is nobody. */
export const forecastAnswer = z.object({
  primary: payers,
  liability: z.object({
    agents: payers,
    ivr: payers,
    connect: payers,
    'ai-agent': payers,
    'ai-assistant': payers,
    'ivr-outbound': payers,
  }),
  cliffs: z.array(cliffAnswer),
  horizon: z.array(
    z.object({ from: dayText, to: dayText, total: z.int(), covered: z.int(), stranded: z.int(), waiting: z.int(), unassigned: z.int() }),
  ),
});

export function fromForecast({ primary, liability, cliffs, horizon }: Forecast): z.input<typeof forecastAnswer> {
  return {
    primary: [...primary],
    liability: {
      agents: [...liability.agents],
      ivr: [...liability.ivr],
      connect: [...liability.connect],
      'ai-agent': [...liability['ai-agent']],
      'ai-assistant': [...liability['ai-assistant']],
      'ivr-outbound': [...liability['ivr-outbound']],
    },
    cliffs: [...cliffs],
    horizon: [...horizon],
  };
}
