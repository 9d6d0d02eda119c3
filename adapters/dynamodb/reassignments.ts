import * as z from 'zod';
import type { Instant } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import type { PlanRequest } from '#domain/plans/plan.ts';
import type { Outcome, Reassignment, ReassignmentStatus } from '#domain/reassignments/reassignment.ts';
import { awaitsWork } from '#domain/reassignments/standing.ts';
import type { Mode } from '#domain/tenants/tenant.ts';
import type { Stored } from '#use-cases/stored.ts';
import type { ChangeOf } from './change-of.ts';
import { equals, isNew } from './conditions.ts';
import { indexKeyOf, keyOf } from './keys.ts';
import { KEPT_DAYS, sweptFrom, ttlAfter } from './lifetimes.ts';
import { id, instant, oneOf, parsed } from './stored.ts';
import type { RawItem } from './table.ts';
import { check, type Item, put, type Write } from './writes.ts';

/** R6. What may become of one person, as reassignments and their chunks store it. */
const outcome = oneOf<Outcome>({
  pending: true,
  moved: true,
  moving: true,
  'already-there': true,
  staying: true,
  skipped: true,
  failed: true,
  reverted: true,
  unplaced: true,
});

/** R6. People by outcome. */
export const outcomes: z.ZodType<Readonly<Partial<Record<Outcome, number>>>> = z.partialRecord(outcome, z.number());

export const reassignmentStatus = oneOf<ReassignmentStatus>({
  running: true,
  'awaiting-control-hub': true,
  done: true,
  stopped: true,
  cancelled: true,
  undoing: true,
  undone: true,
});

const request: z.ZodType<PlanRequest> = z.object({
  fromSubscriptionId: id.subscription,
  toSubscriptionId: z.exactOptional(id.subscription),
  people: z.exactOptional(z.array(id.person)),
  acceptOverage: z.boolean(),
  acceptUpgrade: z.boolean(),
});

const said = { who: z.string(), door: z.enum(['api', 'link']), at: instant };

const header = z.object({
  reassignmentId: id.reassignment,
  request,
  planHash: z.string(),
  mode: oneOf<Mode>({ 'control-hub': true, book: true, webex: true }),
  status: reassignmentStatus,
  startedBy: z.string(),
  startedByLink: z.exactOptional(id.link),
  startedAt: instant,
  endedAt: z.exactOptional(instant),
  confirmedBy: z.exactOptional(z.object(said)),
  cancelledBy: z.exactOptional(z.object(said)),
  resumedBy: z.exactOptional(z.object({ ...said, from: outcomes })),
  undoneBy: z.exactOptional(z.object(said)),
  leg: z.number(),
  revision: z.number(),
  chunks: z.number(),
  chunksDone: z.number(),
  outcomes,
  seatsToBuy: z.array(z.object({ kind: z.string(), quantity: z.number() })),
});

export function fromReassignmentItem(item: RawItem): Stored<Reassignment> {
  const { outcomes: counts, ...rest } = parsed(header, item);
  return { ...rest, counts };
}

/**
 * A reassignment's header; `open` to the tick while `work` has something to do for it. Its counts are not called
 * `counts` here, because the index would carry a copy of every attribute of that name.
 */
function toReassignmentItem(t: TenantId, { counts, ...rest }: Reassignment, { at, revision }: { at: Instant; revision: number }): Item {
  const { reassignmentId, startedAt } = rest;
  return {
    ...keyOf.reassignment(t, reassignmentId),
    ...rest,
    revision,
    outcomes: counts,
    ...indexKeyOf.reassignments(t, reassignmentId),
    ...(awaitsWork({ counts, ...rest }) && indexKeyOf.open(reassignmentId, sweptFrom(at))),
    ttl: ttlAfter(startedAt, KEPT_DAYS.reassignment),
  };
}

/** What each change of a reassignment's header writes; `now` is when it was last heard of. */
export function reassignmentWrite(
  t: TenantId,
  change: ChangeOf<'start-reassignment' | 'advance-reassignment' | 'require-reassignment'>,
  now: Instant,
): Write {
  switch (change.change) {
    case 'start-reassignment':
      return put(toReassignmentItem(t, change.reassignment, { at: change.reassignment.startedAt, revision: 1 }), isNew);
    case 'require-reassignment':
      return check(keyOf.reassignment(t, change.reassignmentId), equals('revision', change.revision));
    case 'advance-reassignment':
      return put(
        toReassignmentItem(t, change.reassignment, { at: now, revision: change.revision + 1 }),
        equals('revision', change.revision),
      );
  }
}
