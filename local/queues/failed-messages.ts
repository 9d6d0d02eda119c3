import * as z from 'zod';
import type { Outcome } from '#local/functions/worker-messages.ts';

const failuresSchema = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() });

/**
 * Which messages of a batch stay in the queue: all when the function threw or named one that was not in the batch,
 * otherwise those it names; none when its mapping does not report failures.
 */
export function failedMessages(outcome: Outcome, messageIds: readonly string[], reportsFailures: boolean): ReadonlySet<string> {
  if (!outcome.ok) return new Set(messageIds);
  if (!reportsFailures) return new Set();
  const payload: unknown = JSON.parse(outcome.payload);
  if (payload === null || payload === '') return new Set();
  const report = failuresSchema.safeParse(payload);
  if (!report.success) return new Set(messageIds);
  const named = (report.data.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return new Set(named.every((id) => messageIds.includes(id)) ? named : messageIds);
}
