import * as z from 'zod';
import { day, daysAhead, dayText, idAnswer } from './fields.ts';
import { pageQuery } from './lists.ts';

const counts = z.object({
  total: z.int(),
  covered: z.int(),
  atRisk: z.int(),
  stranded: z.int(),
  waiting: z.int(),
  unassigned: z.int(),
  moving: z.int(),
});

/** D9, D10. How many people have access on a day, and how many lose it within so many days. */
export const coverageAnswer = z.object({
  on: dayText,
  people: counts,
  admins: counts,
  bySubscription: z.array(
    z.object({
      subscriptionId: idAnswer,
      status: z.string(),
      endsOn: dayText.optional(),
      daysLeft: z.int().optional(),
      people: z.int(),
      atRisk: z.int(),
      stranded: z.int(),
    }),
  ),
});

export const coverageQuery = {
  on: day.optional(),
  days: daysAhead.default(30),
};
export const findingsQuery = { ...pageQuery, on: day.optional() };
