import type { Reassignment } from '#domain/reassignments/reassignment.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { cancelReassignment } from './cancel-reassignment.ts';
import { confirmReassignment } from './confirm-reassignment.ts';
import type { MayNotAct } from './execute-link.ts';
import { type Followed, followLink, isOwnRun, type NotStarted } from './follow-link.ts';
import type { LinkClosed, LinkNotFound, LinkRequest } from './hold-link.ts';
import type { Ports } from './ports.ts';
import type { NotNow, ReassignmentInProgress, TooLate } from './refusals.ts';
import { resumeReassignment } from './resume-reassignment.ts';
import { whoIs } from './run-summary.ts';
import type { Started } from './start-reassignment.ts';
import type { Steer, SteerRefusal } from './steer-reassignment.ts';
import { undoReassignment } from './undo-reassignment.ts';

/** What a link holder may do with a run. */
export type Step = 'confirm' | 'cancel' | 'resume' | 'undo';
type Refusal = LinkNotFound | LinkClosed | NotStarted | MayNotAct | NotNow | TooLate | ReassignmentInProgress;

const STEPS: Readonly<Record<Step, (ports: Ports, steer: Steer) => Promise<Result<Started, SteerRefusal>>>> = {
  confirm: confirmReassignment,
  cancel: cancelReassignment,
  resume: resumeReassignment,
  undo: undoReassignment,
};

/**
 * R1, R5, L10. What the API lets tooling do with a run, for a recipient who may act. Whoever may act may say that Control Hub has
 * carried the files out, while the link is not over (L5); the rest belongs to the link that the run was started through, or that its notice brought.
 */
export async function steerThroughLink(
  ports: Ports,
  { step, ...request }: LinkRequest & { readonly step: Step },
): Promise<Result<Started, Refusal>> {
  const followed = await followLink(ports, request);
  if (!followed.ok) return followed;
  const { held, run } = followed.value;
  if (held.standing === 'dead') return refused({ reason: 'link-closed', reassignment: run });
  if (!held.mayAct || (step !== 'confirm' && !isOwnRun(followed.value))) return refused({ reason: 'may-not-act' });
  const actor = { who: whoIs(held.recipient.recipientId), door: 'link' } as const;
  const steered = await STEPS[step](ports, { actor, tenantId: held.link.tenantId, reassignmentId: run.reassignmentId });
  if (steered.ok) return steered;
  const { refusal } = steered;
  switch (refusal.reason) {
    case 'not-now':
    case 'too-late':
      return (await isAskedAgain(ports, step, followed.value))
        ? ok({ reassignmentId: run.reassignmentId, status: refusal.status })
        : refused(refusal);
    case 'reassignment-in-progress':
      return refused(refusal);
    case 'tenant-not-found':
    case 'reassignment-not-found':
    case 'idempotency-key-reused':
      return refused({ reason: 'link-closed' });
  }
}

const MARKS = { undo: 'undoneBy', cancel: 'cancelledBy', resume: 'resumedBy' } as const satisfies Partial<Record<Step, keyof Reassignment>>;

/** L6. The same request again, or at the same time, gets what the first one got: read anew, since that was a moment ago. */
async function isAskedAgain({ stores }: Ports, step: Step, { held, run }: Followed): Promise<boolean> {
  if (step === 'confirm') return false;
  const now = await stores.storesFor(held.link.tenantId).readReassignment(run.reassignmentId);
  return now?.[MARKS[step]] !== undefined;
}
