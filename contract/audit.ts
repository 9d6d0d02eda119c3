import * as z from 'zod';
import { momentText } from './fields.ts';

/** The largest number a chain's link can have. */
const LAST_NUMBER = 999_999_999_999;

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

const wrong = `Must be a whole number from 1 to ${LAST_NUMBER}.`;

/** U2. Where a proof begins: at the oldest link that is kept unless given. */
export const verifyQuery = { from: z.coerce.number(wrong).int(wrong).min(1, wrong).max(LAST_NUMBER, wrong).optional() };

const head = z.object({ number: z.number(), hash: z.string() });

/**
 * U2. `entries`: all that were found; `chained`: those that stand in a link, the others are younger than the last chaining.
 * `first` is the link where the proof began, of the number asked for if that is kept; its hash is what an e-mail of that number says.
 * `next` is there when the time was up before the head: `intact` is of what was proven, and the proof goes on with `?from=`.
 */
export const verifyAnswer = z.object({
  entries: z.number(),
  intact: z.boolean(),
  chained: z.number(),
  first: head.optional(),
  head: head.optional(),
  broken: z
    .object({
      number: z.number(),
      entryId: z.string().optional(),
      reason: z.enum(['hash-wrong', 'link-missing', 'out-of-order', 'entry-missing', 'entry-changed', 'not-in-chain']),
    })
    .optional(),
  next: z.number().optional(),
});
