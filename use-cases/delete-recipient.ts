import type { Actor } from '#domain/audit/entry.ts';
import type { RecipientId, TenantId } from '#domain/ids.ts';
import { CHANNELS } from '#domain/recipients/recipient.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { audited } from './audited.ts';
import type { Ports } from './ports.ts';
import { type IfMatch, matches, type PreconditionFailed, type RecipientNotFound, type TenantNotFound } from './refusals.ts';
import { requestDeliveryOf, topicOrders } from './topic-orders.ts';
import { type Attempt, untilDecided } from './until-decided.ts';

type Delete = { readonly actor: Actor; readonly tenantId: TenantId; readonly recipientId: RecipientId; readonly ifMatch: IfMatch };
type Refusal = TenantNotFound | RecipientNotFound | PreconditionFailed;

/** Removes a recipient: links die at once (L5), topics are deleted through the outbox (A2). */
export function deleteRecipient(ports: Ports, request: Delete): Promise<Result<undefined, Refusal>> {
  return untilDecided(() => attempt(ports, request));
}

async function attempt(ports: Ports, { actor, tenantId, recipientId, ifMatch }: Delete): Promise<Attempt<undefined, Refusal>> {
  const stores = ports.stores.storesFor(tenantId);
  const before = await stores.readRecipient(recipientId);
  if ((await stores.readTenant()) === undefined) return refused({ reason: 'tenant-not-found' });
  if (before === undefined) return refused({ reason: 'recipient-not-found' });
  if (!matches(before.revision, ifMatch)) return refused({ reason: 'precondition-failed' });
  const orders = topicOrders(ports, {
    tenantId,
    recipientId,
    channels: CHANNELS.filter((channel) => before.channels[channel] !== undefined),
  });
  const outcome = await stores.commit([
    { change: 'require-tenant' },
    { change: 'delete-recipient', recipientId, revision: before.revision },
    audited(ports, actor, { action: 'recipient-deleted', subject: recipientId, before }),
    ...orders,
  ]);
  if (!outcome.ok) return 'lost-race';
  await requestDeliveryOf(ports, orders);
  return ok(undefined);
}
