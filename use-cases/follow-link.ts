import { type RunRefusal, whyNotCancel, whyNotResume, whyNotUndo } from '#domain/reassignments/standing.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { type HeldLink, holdLink, type LinkClosed, type LinkNotFound, type LinkRequest, lastRun } from './hold-link.ts';
import type { Ports } from './ports.ts';
import { outcomesOf } from './read-reassignment.ts';
import { type RunSummary, summaryOf } from './run-summary.ts';

/** The link is open, and nobody has moved anybody yet. */
export type NotStarted = { readonly reason: 'not-started' };
/** What the link's holder may do with the run at this moment, beside following it. */
type Offer = 'cancel' | 'resume' | 'undo';
export type Followed = { readonly held: HeldLink; readonly run: RunSummary; readonly offers: readonly Offer[] };

/** L5, L6. The run a link holder may follow, with live counts: the one the link started, else the last one that left its subscription. */
export async function followLink(
  ports: Pick<Ports, 'stores' | 'digest' | 'clock'>,
  request: LinkRequest,
): Promise<Result<Followed, LinkNotFound | LinkClosed | NotStarted>> {
  const found = await holdLink(ports, request);
  if (!found.ok) return found;
  const held = found.value;
  const header = held.link.used !== undefined && held.standing === 'dead' ? undefined : await lastRun(ports, held);
  if (header === undefined) return refused({ reason: held.standing === 'open' ? 'not-started' : 'link-closed' });
  const { run } = await outcomesOf(ports.stores.storesFor(held.link.tenantId), header);
  const followed = { held, run: summaryOf(run, held.snapshot) };
  const now = ports.clock.now();
  const whyNot: Readonly<Record<Offer, RunRefusal | undefined>> = {
    cancel: header.cancelledBy === undefined ? whyNotCancel(header) : 'not-now',
    resume: whyNotResume(header),
    undo: whyNotUndo(header, now),
  };
  const possible = (['cancel', 'resume', 'undo'] as const).filter((offer) => whyNot[offer] === undefined);
  return ok({ ...followed, offers: held.mayAct && isOwnRun(followed) ? possible : [] });
}

/** L5. Whether the link itself started the run, or came with the notice of it. */
export function isOwnRun({ held, run }: Pick<Followed, 'held' | 'run'>): boolean {
  return held.link.used?.reassignmentId === run.reassignmentId;
}
