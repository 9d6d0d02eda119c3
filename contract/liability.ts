import * as z from 'zod';
import type { UsageType } from '#domain/liability/usage.ts';
import { dayText, idAnswer } from './fields.ts';

const USAGE_TYPES = {
  agents: 'agents',
  ivr: 'ivr',
  connect: 'connect',
  'ai-agent': 'ai-agent',
  'ai-assistant': 'ai-assistant',
  'ivr-outbound': 'ivr-outbound',
} as const satisfies { readonly [Type in UsageType]: Type };

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
