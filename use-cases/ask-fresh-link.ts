import { dayIn, type Instant, secondsAfter } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import type { Link } from '#domain/links/link.ts';
import { standingOf } from '#domain/links/standing.ts';
import type { Message } from '#domain/messages/message.ts';
import type { Ports } from './ports.ts';

/** L2. A fresh link at most once an hour. */
const PAUSE_SECONDS = 60 * 60;
const LINK_SHAPE = /^[A-Za-z0-9_-]{22}$/;

/**
 * L2. For somebody whose mail gateway cut the secret off: a message with a fresh secret goes to the recipient's own
 * address, and to nobody else's. Says nothing about whether there is such a link.
 */
export async function askFreshLink(ports: Ports, linkId: string): Promise<void> {
  const link = LINK_SHAPE.test(linkId) ? await ports.stores.readLink(idOf.link(linkId)) : undefined;
  if (link === undefined) return;
  const now = ports.clock.now();
  const message = await messageFor(ports, link, now);
  if (message === undefined) return;
  const outboxId = idOf.outbox(ports.randomness.ulid(now));
  const { tenantId, recipientId, channel } = link;
  const outcome = await ports.stores.storesFor(tenantId).commit([
    { change: 'ask-fresh-link', linkId: link.linkId, at: now, notSince: secondsAfter(now, -PAUSE_SECONDS) },
    { change: 'enqueue', item: { outboxId, tenantId, createdAt: now, work: { work: 'message', recipientId, channel, message } } },
  ]);
  if (outcome.ok) await ports.queues.requestDelivery([outboxId]);
}

/** The message, while the link is open; a closed one gets no fresh secret. */
async function messageFor({ stores }: Pick<Ports, 'stores'>, link: Link, now: Instant): Promise<Message | undefined> {
  const own = stores.storesFor(link.tenantId);
  const [tenant, recipient, subscription] = await Promise.all([
    own.readTenant(),
    own.readRecipient(link.recipientId),
    own.readSubscription(link.subscriptionId),
  ]);
  if (tenant === undefined || recipient === undefined || subscription === undefined) return undefined;
  const today = dayIn(tenant.timeZone, now);
  if (standingOf({ link, told: recipient.told, subscription, now, today }) !== 'open') return undefined;
  return {
    template: 'fresh-link',
    tenantName: tenant.name,
    subscription: { name: subscription.name, id: subscription.subscriptionId },
    ...(link.endsOn !== undefined && { endsOn: link.endsOn }),
    linkId: link.linkId,
  };
}
