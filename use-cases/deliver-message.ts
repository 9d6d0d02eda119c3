import type { LinkId, TenantId } from '#domain/ids.ts';
import { codeHash } from '#domain/links/code.ts';
import type { LinkUrls, Message } from '#domain/messages/message.ts';
import { linksOf, render } from '#domain/messages/render.ts';
import type { OutboxWork } from '#domain/outbox/outbox-item.ts';
import type { DeliverPorts, Done } from './deliver-outbox-item.ts';
import { isReachable } from './is-reachable.ts';

type Work = Extract<OutboxWork, { work: 'message' }> & { readonly tenantId: TenantId };

/**
 * A1, A2. Renders one message in the recipient's language and publishes it to the recipient's own topic. It is dropped
 * when the tenant, the recipient or the confirmed channel is gone, or its only link was closed: nobody who was removed
 * is ever written to.
 */
export async function deliverMessage(ports: DeliverPorts, { tenantId, recipientId, channel, message }: Work): Promise<Done> {
  const stores = ports.stores.storesFor(tenantId);
  const [tenant, recipient] = await Promise.all([stores.readTenant(), stores.readRecipient(recipientId)]);
  if (tenant === undefined || recipient === undefined || !isReachable(recipient, channel)) return 'dropped';
  const linkUrls = await urlsFor(ports, linksOf(message));
  const code = message.template === 'code' ? await codeFor(ports, message.linkId) : undefined;
  if (hasNothingToSay(message, { linkUrls, code })) return 'dropped';
  const rendered = render(message, { language: recipient.language, channel, linkUrls, ...(code !== undefined && { code }) });
  await ports.topics.publish({ tenantId, recipientId, channel }, rendered);
  return 'sent';
}

type Born = { readonly linkUrls: LinkUrls; readonly code: string | undefined };

/** A fresh link of a link that was closed, or a code for which it is too late. */
function hasNothingToSay({ template }: Message, { linkUrls, code }: Born): boolean {
  return (template === 'fresh-link' && linkUrls.size === 0) || (template === 'code' && code === undefined);
}

/**
 * L1. A secret is born for each link here and now: 256 bits that go into the message and nowhere else. Its hash is stored
 * before anything is published, so that no link is ever sent that does not open. A closed link is left out.
 */
async function urlsFor(ports: DeliverPorts, linkIds: readonly LinkId[]): Promise<LinkUrls> {
  const urls = await Promise.all(linkIds.map(async (linkId) => [linkId, await urlFor(ports, linkId)] as const));
  return new Map(urls.flatMap(([linkId, url]) => (url === undefined ? [] : [[linkId, url]])));
}

async function urlFor({ clock, digest, linkBaseUrl, randomness, stores }: DeliverPorts, linkId: LinkId): Promise<string | undefined> {
  const secret = randomness.token(32);
  const added = await stores.addLinkSecret({ linkId, secretHash: digest(secret), now: clock.now() });
  return added.ok ? `${linkBaseUrl}/r/${linkId}#${secret}` : undefined;
}

/**
 * L9. A code is born here and now, too: six digits that go into the message and nowhere else. Its hash is stored first, beside
 * those of the same ten minutes; none when these are over, or the link was used meanwhile.
 */
async function codeFor({ clock, digest, randomness, stores }: DeliverPorts, linkId: LinkId): Promise<string | undefined> {
  const code = randomness.code();
  const added = await stores.addLinkCode({ linkId, codeHash: codeHash(digest, { linkId, code }), now: clock.now() });
  return added.ok ? code : undefined;
}
