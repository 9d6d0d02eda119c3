import { idOf, type RecipientId, type TenantId } from '#domain/ids.ts';
import type { OutboxWork } from '#domain/outbox/outbox-item.ts';
import type { Channel } from '#domain/recipients/recipient.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Ports } from './ports.ts';
import type { RecipientNotFound, TenantNotFound } from './refusals.ts';

type Asked = { readonly tenantId: TenantId; readonly recipientId: RecipientId; readonly channel: Channel };
/** The recipient has no address for that channel. */
type NoSuchChannel = { readonly reason: 'no-such-channel'; readonly channel: Channel };
type Refusal = TenantNotFound | RecipientNotFound | NoSuchChannel;

/** A5. Asks SNS to send its confirmation message to a recipient's address again. */
export function resendConfirmation(ports: Ports, asked: Asked): Promise<Result<undefined, Refusal>> {
  const { recipientId, channel } = asked;
  return order(ports, asked, { work: 'reconcile-topic', recipientId, channel, resend: true });
}

/** A5. Confirms a recipient's subscription with the token of a pasted confirmation link, by a call that SNS can attribute. */
export function confirmRecipient(ports: Ports, asked: Asked & { readonly token: string }): Promise<Result<undefined, Refusal>> {
  const { recipientId, channel, token } = asked;
  return order(ports, asked, { work: 'confirm-topic', recipientId, channel, token });
}

async function order(ports: Ports, { tenantId, recipientId, channel }: Asked, work: OutboxWork): Promise<Result<undefined, Refusal>> {
  const stores = ports.stores.storesFor(tenantId);
  const recipient = await stores.readRecipient(recipientId);
  if ((await stores.readTenant()) === undefined) return refused({ reason: 'tenant-not-found' });
  if (recipient === undefined) return refused({ reason: 'recipient-not-found' });
  if (recipient.channels[channel] === undefined) return refused({ reason: 'no-such-channel', channel });
  const createdAt = ports.clock.now();
  const outboxId = idOf.outbox(ports.randomness.ulid(createdAt));
  const outcome = await stores.commit([{ change: 'require-tenant' }, { change: 'enqueue', item: { outboxId, tenantId, createdAt, work } }]);
  if (!outcome.ok) return refused({ reason: 'tenant-not-found' });
  await ports.queues.requestDelivery([outboxId]);
  return ok(undefined);
}
