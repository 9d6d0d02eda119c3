import type { Actor } from '#domain/audit/entry.ts';
import type { TenantId } from '#domain/ids.ts';
import { addressOf, CHANNELS, type Channel, type Recipient } from '#domain/recipients/recipient.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { audited } from './audited.ts';
import type { Ports } from './ports.ts';
import { type IfMatch, matches, type PreconditionFailed, type TenantNotFound, type UnknownPartner } from './refusals.ts';
import type { StoredChannel, StoredRecipient } from './stored.ts';
import { requestDeliveryOf, topicOrders } from './topic-orders.ts';
import { type Attempt, untilDecided } from './until-decided.ts';

type Put = { readonly actor: Actor; readonly tenantId: TenantId; readonly recipient: Recipient; readonly ifMatch: IfMatch };
type Answer = { readonly created: boolean };
type Refusal = TenantNotFound | PreconditionFailed | UnknownPartner;

/** Creates or replaces a recipient. Topics follow through the outbox (A2): a new address is `pending` until SNS says otherwise. */
export function putRecipient(ports: Ports, put: Put): Promise<Result<Answer, Refusal>> {
  return untilDecided(() => attempt(ports, put));
}

async function attempt(ports: Ports, { actor, tenantId, recipient, ifMatch }: Put): Promise<Attempt<Answer, Refusal>> {
  const stores = ports.stores.storesFor(tenantId);
  const before = await stores.readRecipient(recipient.recipientId);
  if ((await stores.readTenant()) === undefined) return refused({ reason: 'tenant-not-found' });
  if (!matches(before?.revision, ifMatch)) return refused({ reason: 'precondition-failed' });
  const { partnerId } = recipient;
  if (partnerId !== undefined && (await stores.readPartner(partnerId)) === undefined)
    return refused({ reason: 'unknown-partner', partnerId });
  const channels = channelsOf(recipient, before);
  const moved = CHANNELS.filter((channel) => channels[channel]?.address !== before?.channels[channel]?.address);
  const orders = topicOrders(ports, { tenantId, recipientId: recipient.recipientId, channels: moved });
  const outcome = await stores.commit([
    { change: 'require-tenant' },
    ...(partnerId === undefined ? [] : [{ change: 'require-partner', partnerId } as const]),
    {
      change: 'put-recipient',
      recipient,
      revision: before?.revision ?? 'absent',
      channels,
      ...(before && { channelsBefore: before.channels }),
    },
    audited(ports, actor, {
      action: before === undefined ? 'recipient-created' : 'recipient-replaced',
      subject: recipient.recipientId,
      before,
      after: recipient,
    }),
    ...orders,
  ]);
  if (!outcome.ok) return 'lost-race';
  await requestDeliveryOf(ports, orders);
  await ports.queues.requestCheck({ tenantId, because: 'write', requestedAt: ports.clock.now() });
  return ok({ created: before === undefined });
}

/** A5. Delivery state belongs to an address: one that stays keeps it, a new one has to be confirmed first. */
function channelsOf(recipient: Recipient, before: StoredRecipient | undefined): StoredRecipient['channels'] {
  return Object.fromEntries(CHANNELS.flatMap((channel) => channelOf({ channel, recipient, before })));
}

type Asked = { readonly channel: Channel; readonly recipient: Recipient; readonly before: StoredRecipient | undefined };

function channelOf({ channel, recipient, before }: Asked): readonly (readonly [Channel, StoredChannel])[] {
  const address = addressOf(recipient, channel);
  if (address === undefined) return [];
  const stored = before?.channels[channel];
  return [[channel, stored?.address === address ? stored : { address, delivery: 'pending' }]];
}
