import { dayIn } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import type { Link } from '#domain/links/link.ts';
import { holdsSecret } from '#domain/links/secret.ts';
import { type LinkStanding, standingOf } from '#domain/links/standing.ts';
import type { Reassignment } from '#domain/reassignments/reassignment.ts';
import { mayCarryOut } from '#domain/recipients/may-act.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Ports } from './ports.ts';
import { type RunSummary, summaryOf } from './run-summary.ts';
import type { Snapshot, StoredRecipient, StoredSubscription } from './stored.ts';

/** What a request on a link carries, as texts that nothing vouches for. */
export type LinkRequest = { readonly linkId: string; readonly secret: string };
/** L7. Unknown, malformed, wrong secret: one answer. */
export type LinkNotFound = { readonly reason: 'link-not-found' };
/** L5, L6. The secret matched and the link is over; `reassignment` says who moved the people, where somebody did. */
export type LinkClosed = { readonly reason: 'link-closed'; readonly reassignment?: RunSummary };

/** A link whose holder has shown its secret, with everything it is bound to. */
export type HeldLink = {
  readonly link: Link;
  readonly standing: LinkStanding;
  readonly snapshot: Snapshot;
  readonly recipient: StoredRecipient;
  readonly subscription: StoredSubscription;
  /** L5, D23. Whether the holder may act, at this moment. */
  readonly mayAct: boolean;
};

/** An id that no link has, read in place of one that cannot be an id. */
const NOWHERE = idOf.link('0'.repeat(22));
const LINK_SHAPE = /^[A-Za-z0-9_-]{22}$/;

/** L7. The link of that id, if the secret is one of those sent. Reads only; takes the same path for every refusal. */
export async function matchLink(
  { stores, digest }: Pick<Ports, 'stores' | 'digest'>,
  { linkId, secret }: LinkRequest,
): Promise<Result<Link, LinkNotFound>> {
  const link = await stores.readLink(LINK_SHAPE.test(linkId) ? idOf.link(linkId) : NOWHERE);
  return holdsSecret(link, digest(secret)) && link !== undefined ? ok(link) : refused({ reason: 'link-not-found' });
}

/** L5. The link and all it is bound to, as things are now; `link-closed` when its tenant, recipient or subscription is gone. */
export async function holdLink(
  ports: Pick<Ports, 'stores' | 'digest' | 'clock'>,
  request: LinkRequest,
): Promise<Result<HeldLink, LinkNotFound | LinkClosed>> {
  const matched = await matchLink(ports, request);
  if (!matched.ok) return matched;
  const link = matched.value;
  const snapshot = await ports.stores.storesFor(link.tenantId).readSnapshot();
  const recipient = snapshot?.recipients.find(({ recipientId }) => recipientId === link.recipientId);
  const subscription = snapshot?.subscriptions.find(({ subscriptionId }) => subscriptionId === link.subscriptionId);
  if (snapshot === undefined || recipient === undefined || subscription === undefined) return refused({ reason: 'link-closed' });
  const now = ports.clock.now();
  const standing = standingOf({ link, told: recipient.told, subscription, now, today: dayIn(snapshot.tenant.timeZone, now) });
  return ok({ link, standing, snapshot, recipient, subscription, mayAct: mayCarryOut(recipient, snapshot.partners) });
}

/** L5. `matterKey` of what the link was sent for; undefined once its recipient knows a newer link, or the matter is settled. */
export function matterOfLink({ link: { linkId, channel }, recipient }: HeldLink): string | undefined {
  return Object.entries(recipient.told[channel] ?? {}).find(([, told]) => told.linkId === linkId)?.[0];
}

/** L6. What the holder of a closed link is told: who moved the people since, where somebody did. */
export async function closed(ports: Pick<Ports, 'stores'>, held: HeldLink): Promise<LinkClosed> {
  const run = await lastRun(ports, held);
  return run === undefined ? { reason: 'link-closed' } : { reason: 'link-closed', reassignment: summaryOf(run, held.snapshot) };
}

/** L6. The run that a link may follow: its own, else the last one that left its subscription since the link was made. */
export async function lastRun({ stores }: Pick<Ports, 'stores'>, { link, subscription }: HeldLink): Promise<Reassignment | undefined> {
  const own = link.used?.reassignmentId;
  const reassignmentId = own ?? subscription.leavingBy ?? subscription.leftBy;
  if (reassignmentId === undefined) return undefined;
  const run = await stores.storesFor(link.tenantId).readReassignment(reassignmentId);
  if (run === undefined) return undefined;
  // A link to its own run may be younger than the run: the notice of one that awaits Control Hub carries such a link (R1).
  return own === undefined && run.startedAt < link.createdAt ? undefined : run;
}
