import type { Instant } from '../days/instant.ts';
import type { LinkId, PersonId, ReassignmentId } from '../ids.ts';
import type { Assignment } from '../people/person.ts';
import type { PlanRequest, UnplacedReason } from '../plans/plan.ts';
import type { Mode } from '../tenants/tenant.ts';

export type ReassignmentStatus = 'running' | 'awaiting-control-hub' | 'done' | 'stopped' | 'cancelled' | 'undoing' | 'undone';

/** R6. What became of one person. `pending`: not reached yet. `moving`: waits for Control Hub (R1). */
export type Outcome = 'pending' | 'moved' | 'moving' | 'already-there' | 'staying' | 'skipped' | 'failed' | 'reverted' | 'unplaced';

/** Something that somebody asked of a run. */
export type Said = { readonly who: string; readonly door: 'api' | 'link'; readonly at: Instant };

/** A plan being carried out. */
export type Reassignment = {
  readonly reassignmentId: ReassignmentId;
  readonly request: PlanRequest;
  readonly planHash: string;
  readonly mode: Mode;
  readonly status: ReassignmentStatus;
  readonly startedBy: string;
  readonly startedByLink?: LinkId;
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
  /** R1. Who said that Control Hub has carried the file out; the moves are then made true chunk by chunk. */
  readonly confirmedBy?: Said;
  /** R5. Who asked to stop; the chunk in hand is still finished. */
  readonly cancelledBy?: Said;
  /** R5. Who let it go on after it had stopped, and the counts from which its errors are counted since. */
  readonly resumedBy?: Said & { readonly from: Reassignment['counts'] };
  /** R7. Who asked for everybody to be put back. */
  readonly undoneBy?: Said;
  /** How often it has set out: at its start, at each resume, at its undo. What is told of its end is told once for each. */
  readonly leg: number;
  /** How many chunks there are, and how many of them, from the first, are finished. */
  readonly chunks: number;
  readonly chunksDone: number;
  /** One number per outcome: as far as the header has been told; those who do not move from the start. */
  readonly counts: Readonly<Partial<Record<Outcome, number>>>;
  readonly seatsToBuy: readonly { readonly kind: string; readonly quantity: number }[];
};

/** One move in a chunk: the revision is the person's when the plan was made. */
export type ChunkMove = {
  readonly personId: PersonId;
  readonly revision: number;
  readonly addOns: readonly string[];
  readonly alreadyThere: boolean;
};

/** R5. Up to 96 people, one source, one target, one transaction. */
export type Chunk = {
  readonly number: number;
  readonly from: Assignment;
  readonly to: Assignment;
  /** P2. Seats beyond the commitment were accepted for the people of this chunk. */
  readonly overage: boolean;
  readonly moves: readonly ChunkMove[];
  /** In the order of `moves`; absent until the chunk is finished. */
  readonly results?: readonly ChunkResult[];
  /** R5. The run was cancelled before this chunk: neither it nor any after it is carried out. */
  readonly cancelled?: true;
};

/**
 * What became of one move. `kept` names the kinds that the person held on the target before: an undo leaves those there.
 */
export type ChunkResult = {
  readonly outcome: Exclude<Outcome, 'pending' | 'unplaced' | 'staying'>;
  readonly reason?: ResultReason;
  readonly kept?: readonly string[];
};

/**
 * R6, R7. Why somebody was not moved (`changed-since`, `no-seat`) or not put back (`source-not-active`, `no-seat`,
 * `changed-since`); `moving-back` waits for Control Hub on the way back.
 */
export type ResultReason = 'changed-since' | 'no-seat' | 'source-not-active' | 'moving-back';

/** People of the plan who do not move, kept for the answer: in pages, so that no item outgrows the table's limit. */
export type NotMoving = { readonly personId: PersonId; readonly outcome: 'staying' | 'unplaced'; readonly reason?: UnplacedReason };

/** R1. Rows of one Control Hub import file at most. */
export const CONTROL_HUB_ROWS = 1000;

/** R5. People in one chunk: with two seat counters, the audit entry and the chunk itself, 100 items, a transaction's limit. */
export const PEOPLE_PER_CHUNK = 96;
