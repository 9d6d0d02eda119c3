import * as z from 'zod';
import { momentText } from './fields.ts';

/** U1. One entry per effect: who, by which door, what, before, after. Newest first. */
export const auditAnswer = z.object({
  entryId: z.string(),
  at: momentText,
  who: z.string(),
  door: z.string(),
  action: z.string(),
  subject: z.string().optional(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  planHash: z.string().optional(),
});
