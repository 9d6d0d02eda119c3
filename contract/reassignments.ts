import * as z from 'zod';
import type { Outcome, Reassignment } from '#domain/reassignments/reassignment.ts';
import type { ReadRun } from '#use-cases/read-reassignment.ts';
import { idAnswer, momentText } from './fields.ts';
import { planFields, shownHash } from './plans.ts';

/** The plan request and the hash of the plan that was shown (P6). */
export const reassignmentBody = z.strictObject({
  ...planFields,
  planHash: shownHash,
});

const status = z.enum(['running', 'awaiting-control-hub', 'done', 'stopped', 'cancelled', 'undoing', 'undone']);
export const outcomeCounts = z.record(z.string(), z.int());

/** R6. Every outcome there is, so that a caller finds each of them. */
export const NOBODY: Readonly<Record<Outcome, number>> = {
  pending: 0,
  moved: 0,
  moving: 0,
  'already-there': 0,
  staying: 0,
  skipped: 0,
  failed: 0,
  reverted: 0,
  unplaced: 0,
};

/** What a run that was started, or confirmed, is now. */
export const startedAnswer = z.object({ reassignmentId: idAnswer, status });

export const reassignmentAnswer = z.object({
  reassignmentId: idAnswer,
  fromSubscriptionId: idAnswer,
  toSubscriptionId: idAnswer.optional(),
  planHash: z.string(),
  mode: z.enum(['book', 'control-hub', 'webex']),
  status,
  startedBy: z.string(),
  startedAt: momentText,
  endedAt: momentText.optional(),
  cancelledBy: z.string().optional(),
  undoneBy: z.string().optional(),
  counts: outcomeCounts,
  seatsToBuy: z.array(z.object({ kind: z.string(), quantity: z.int() })),
});

/** One run with a page of its people. */
export const reassignmentDetail = reassignmentAnswer.extend({
  people: z.array(z.object({ personId: idAnswer, outcome: z.string(), reason: z.string().optional() })),
  next: z.string().optional(),
});

/** R1. Which file of a run that needs several. */
export const partQuery = {
  part: z.coerce.number('Must be a whole number from 1.').int('Must be a whole number from 1.').min(1).default(1),
};

export function fromReassignment({
  reassignmentId,
  request,
  planHash,
  mode,
  status: state,
  startedBy,
  startedAt,
  endedAt,
  cancelledBy,
  undoneBy,
  counts,
  seatsToBuy,
}: Reassignment): z.input<typeof reassignmentAnswer> {
  const { fromSubscriptionId, toSubscriptionId } = request;
  return {
    reassignmentId,
    fromSubscriptionId,
    ...(toSubscriptionId !== undefined && { toSubscriptionId }),
    planHash,
    mode,
    status: state,
    startedBy,
    startedAt,
    ...(endedAt !== undefined && { endedAt }),
    ...(cancelledBy && { cancelledBy: cancelledBy.who }),
    ...(undoneBy && { undoneBy: undoneBy.who }),
    counts: { ...NOBODY, ...counts },
    seatsToBuy: [...seatsToBuy],
  };
}

/** The people of a run from a place on; `next` is the place after the page. */
export function fromReadRun(
  { run, people }: ReadRun,
  { from, limit }: { readonly from: number; readonly limit: number },
): z.input<typeof reassignmentDetail> {
  const page = people.slice(from, from + limit);
  return {
    ...fromReassignment(run),
    people: page.map((each) => ({ ...each })),
    ...(from + limit < people.length && { next: String(from + limit) }),
  };
}
