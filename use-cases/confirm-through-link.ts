import { ok, type Result, refused } from '#domain/result.ts';
import { confirmReassignment } from './confirm-reassignment.ts';
import type { MayNotAct } from './execute-link.ts';
import { followLink, type NotStarted } from './follow-link.ts';
import type { LinkClosed, LinkNotFound, LinkRequest } from './hold-link.ts';
import type { Ports } from './ports.ts';
import type { NotNow } from './refusals.ts';
import { whoIs } from './run-summary.ts';
import type { Started } from './start-reassignment.ts';

type Refusal = LinkNotFound | LinkClosed | NotStarted | MayNotAct | NotNow;

/** R1. A recipient who may act says that Control Hub has carried the files out. */
export async function confirmThroughLink(ports: Ports, request: LinkRequest): Promise<Result<Started, Refusal>> {
  const followed = await followLink(ports, request);
  if (!followed.ok) return followed;
  const { held, run } = followed.value;
  if (!held.recipient.mayAct) return refused({ reason: 'may-not-act' });
  const actor = { who: whoIs(held.recipient.recipientId), door: 'link' } as const;
  const confirmed = await confirmReassignment(ports, { actor, tenantId: held.link.tenantId, reassignmentId: run.reassignmentId });
  if (confirmed.ok) return ok(confirmed.value);
  return confirmed.refusal.reason === 'not-now' ? refused(confirmed.refusal) : refused({ reason: 'link-closed' });
}
