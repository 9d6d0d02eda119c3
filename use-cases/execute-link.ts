import type { ReassignmentId, SubscriptionId } from '#domain/ids.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { closed, type HeldLink, holdLink, type LinkClosed, type LinkNotFound, type LinkRequest, lastRun } from './hold-link.ts';
import type { PlanRefusal } from './make-plan.ts';
import type { Ports } from './ports.ts';
import { type CodeRequired, proveRecipient } from './prove-recipient.ts';
import type { IdempotencyKeyReused, ReassignmentInProgress } from './refusals.ts';
import { type RunSummary, summaryOf, whoIs } from './run-summary.ts';
import { type PlanChanged, type Started, startReassignment } from './start-reassignment.ts';

export type Choice = {
  /** L9. Where the tenant asks for one. */
  readonly code?: string;
  readonly toSubscriptionId?: SubscriptionId;
  readonly planHash: string;
  readonly acceptOverage: boolean;
  readonly acceptUpgrade: boolean;
};
/** L5. The right to act is read at the moment of acting. */
export type MayNotAct = { readonly reason: 'may-not-act' };
/** L6. Somebody else's run leaves the subscription right now, or has left it since the link was made. */
type SomebodyElse = (ReassignmentInProgress | PlanChanged) & {
  readonly reassignmentId?: ReassignmentId;
  readonly reassignment?: RunSummary;
};
type Refusal = LinkNotFound | LinkClosed | MayNotAct | CodeRequired | SomebodyElse | PlanRefusal | IdempotencyKeyReused;

/**
 * L4, L6. Carries the chosen plan out, once: whoever executes the same link again, or at the same time, gets the same
 * run; whoever comes through another link is told who was first.
 */
export async function executeLink(ports: Ports, request: LinkRequest & Choice): Promise<Result<Started, Refusal>> {
  const found = await holdLink(ports, request);
  if (!found.ok) return found;
  const held = found.value;
  const done = await recorded(ports, held);
  if (done !== undefined) return ok(done);
  if (held.standing !== 'open') return refused(await closed(ports, held));
  if (!held.mayAct) return refused({ reason: 'may-not-act' });
  const proven = await proveRecipient(ports, held, request.code);
  if (!proven.ok) return proven;
  const started = await startReassignment(ports, startOf(held, request));
  if (started.ok) return started;
  const { reason } = started.refusal;
  return reason === 'reassignment-in-progress' || reason === 'plan-changed' ? afterARace(ports, request, started.refusal) : started;
}

function startOf(
  { link }: HeldLink,
  { toSubscriptionId, planHash, acceptOverage, acceptUpgrade }: Choice,
): Parameters<typeof startReassignment>[1] {
  return {
    actor: { who: whoIs(link.recipientId), door: 'link' },
    tenantId: link.tenantId,
    request: {
      fromSubscriptionId: link.subscriptionId,
      ...(toSubscriptionId !== undefined && { toSubscriptionId }),
      acceptOverage,
      acceptUpgrade,
    },
    planHash,
    linkId: link.linkId,
  };
}

/** L6. What the link did when it was used before. */
async function recorded({ stores }: Pick<Ports, 'stores'>, { link, standing }: HeldLink): Promise<Started | undefined> {
  if (standing !== 'used' || link.used === undefined) return undefined;
  const run = await stores.storesFor(link.tenantId).readReassignment(link.used.reassignmentId);
  return run && { reassignmentId: run.reassignmentId, status: run.status };
}

/**
 * Somebody may have been faster by a moment, and even be done: this very link, whose run is the answer then; or somebody
 * else, who is named. Where nobody was, the plan is another one by now.
 */
async function afterARace(
  ports: Ports,
  request: LinkRequest,
  refusal: PlanChanged | ReassignmentInProgress,
): Promise<Result<Started, Refusal>> {
  const found = await holdLink(ports, request);
  if (!found.ok) return found;
  const own = await recorded(ports, found.value);
  if (own !== undefined) return ok(own);
  const run = await lastRun(ports, found.value);
  if (run === undefined) return refused(refusal);
  const reassignment = summaryOf(run, found.value.snapshot);
  return refused({ ...refusal, reassignmentId: run.reassignmentId, reassignment });
}
