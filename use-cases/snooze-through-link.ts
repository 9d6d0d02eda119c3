import { type Result, refused } from '#domain/result.ts';
import { closed, holdLink, type LinkClosed, type LinkNotFound, type LinkRequest, matterOfLink } from './hold-link.ts';
import type { Ports } from './ports.ts';
import { whoIs } from './run-summary.ts';
import { type AlertOver, type Snoozed, type SnoozeRefusal, snoozeMatter, type Wish } from './snooze-matter.ts';

type Refusal = LinkNotFound | LinkClosed | Exclude<SnoozeRefusal, AlertOver | { readonly reason: 'tenant-not-found' }>;

/** A6. Puts the matter of a link off, for the recipient whose link it is; also for one who may only see: the others go on hearing of it. */
export async function snoozeThroughLink(
  ports: Ports,
  { wish, ...request }: LinkRequest & { readonly wish: Wish },
): Promise<Result<Snoozed, Refusal>> {
  const found = await holdLink(ports, request);
  if (!found.ok) return found;
  const { link, standing } = found.value;
  const matter = matterOfLink(found.value);
  if (standing !== 'open' || matter === undefined) return refused(await closed(ports, found.value));
  const { tenantId, recipientId } = link;
  const snoozed = await snoozeMatter(ports, { actor: { who: whoIs(recipientId), door: 'link' }, tenantId, recipientId, matter, wish });
  if (snoozed.ok) return snoozed;
  const { refusal } = snoozed;
  return refusal.reason === 'alert-over' || refusal.reason === 'tenant-not-found' ? refused({ reason: 'link-closed' }) : refused(refusal);
}
