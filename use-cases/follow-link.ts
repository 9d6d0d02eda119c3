import { ok, type Result, refused } from '#domain/result.ts';
import { type HeldLink, holdLink, type LinkClosed, type LinkNotFound, type LinkRequest, lastRun } from './hold-link.ts';
import type { Ports } from './ports.ts';
import { outcomesOf } from './read-reassignment.ts';
import { type RunSummary, summaryOf } from './run-summary.ts';

/** The link is open, and nobody has moved anybody yet. */
export type NotStarted = { readonly reason: 'not-started' };
export type Followed = { readonly held: HeldLink; readonly run: RunSummary };

/** L5, L6. The run a link holder may follow, with live counts: the one the link started, else the last one that left its subscription. */
export async function followLink(
  ports: Pick<Ports, 'stores' | 'digest' | 'clock'>,
  request: LinkRequest,
): Promise<Result<Followed, LinkNotFound | LinkClosed | NotStarted>> {
  const found = await holdLink(ports, request);
  if (!found.ok) return found;
  const held = found.value;
  const summary = held.link.used !== undefined && held.standing === 'dead' ? undefined : await lastRun(ports, held);
  const own = ports.stores.storesFor(held.link.tenantId);
  const run = summary && (await own.readReassignment(summary.reassignmentId));
  if (run === undefined) return refused({ reason: held.standing === 'open' ? 'not-started' : 'link-closed' });
  return ok({ held, run: summaryOf((await outcomesOf(own, run)).run, held.snapshot) });
}
