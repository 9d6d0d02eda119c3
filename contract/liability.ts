import * as z from 'zod';
import { USAGE_TYPES } from '#domain/liability/usage.ts';
import { dayText, idAnswer } from './fields.ts';

/** What is metered. */
export const usageType = z.enum(USAGE_TYPES);

/** D19. A day on which the tenant's commitment of a type falls; what was used last, how much of it is overage from then on, and who pays. */
export const cliffAnswer = z.object({
  on: dayText,
  type: usageType,
  before: z.int(),
  after: z.int(),
  used: z.number().optional(),
  overage: z.number().optional(),
  paidBy: idAnswer.optional(),
});
