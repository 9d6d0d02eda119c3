import type { Instant } from '#domain/days/instant.ts';
import type { ReassignmentId } from '#domain/ids.ts';
import type { Outcome, Reassignment, ReassignmentStatus } from '#domain/reassignments/reassignment.ts';
import type { Snapshot } from './stored.ts';

/** L6. What anybody who may see a run reads of it: who did it, when, and how far it is. */
export type RunSummary = {
  readonly reassignmentId: ReassignmentId;
  readonly status: ReassignmentStatus;
  readonly startedBy: string;
  readonly startedAt: Instant;
  readonly cancelledBy?: string;
  readonly undoneBy?: string;
  readonly counts: Readonly<Partial<Record<Outcome, number>>>;
};

const RECIPIENT = 'recipient/';

/** U1. How the audit names somebody who acts through a link. */
export function whoIs(recipientId: string): string {
  return `${RECIPIENT}${recipientId}`;
}

/** The name of the one who did it, where it is a recipient of the tenant; else as the audit has it. */
export function nameOf(who: string, { recipients }: Pick<Snapshot, 'recipients'>): string {
  return recipients.find(({ recipientId }) => whoIs(recipientId) === who)?.name ?? who;
}

export function summaryOf(
  { reassignmentId, status, startedBy, startedAt, cancelledBy, undoneBy, counts }: Reassignment,
  snapshot: Snapshot,
): RunSummary {
  return {
    reassignmentId,
    status,
    startedBy: nameOf(startedBy, snapshot),
    startedAt,
    ...(cancelledBy && { cancelledBy: nameOf(cancelledBy.who, snapshot) }),
    ...(undoneBy && { undoneBy: nameOf(undoneBy.who, snapshot) }),
    counts,
  };
}
