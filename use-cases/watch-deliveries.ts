import type { Actor } from '#domain/audit/entry.ts';
import type { TenantId } from '#domain/ids.ts';
import { CHANNELS, type Channel } from '#domain/recipients/recipient.ts';
import { audited } from './audited.ts';
import type { Ports, Topics } from './ports.ts';
import type { StoredChannel, StoredRecipient } from './stored.ts';

type WatchPorts = Pick<Ports, 'clock' | 'randomness' | 'stores'> & { readonly topics: Pick<Topics, 'deliveryOf'> };
type Watched = { readonly tenantId: TenantId; readonly recipients: readonly StoredRecipient[]; readonly actor: Actor };

/**
 * A5, C5. Asks SNS about every channel of every recipient before anybody is told, and writes down what has changed, with
 * an audit entry. Answers with the recipients as they can be reached now.
 */
export function watchDeliveries(ports: WatchPorts, { tenantId, recipients, actor }: Watched): Promise<readonly StoredRecipient[]> {
  return Promise.all(
    recipients.map(async (recipient) => {
      const watched = CHANNELS.map(
        async (channel) => [channel, await watchChannel(ports, { tenantId, recipient, channel, actor })] as const,
      );
      const channels = (await Promise.all(watched)).filter(([, state]) => state !== undefined);
      return { ...recipient, channels: Object.fromEntries(channels) };
    }),
  );
}

type One = { readonly tenantId: TenantId; readonly recipient: StoredRecipient; readonly channel: Channel; readonly actor: Actor };

async function watchChannel(ports: WatchPorts, { tenantId, recipient, channel, actor }: One): Promise<StoredChannel | undefined> {
  const recorded = recipient.channels[channel];
  if (recorded === undefined) return undefined;
  const { recipientId } = recipient;
  const delivery = await ports.topics.deliveryOf({ tenantId, recipientId, channel }, recorded);
  if (delivery === recorded.delivery) return recorded;
  const state = { ...recorded, delivery };
  const outcome = await ports.stores.storesFor(tenantId).commit([
    { change: 'record-delivery', recipientId, channel, state, from: recorded.delivery },
    audited(ports, actor, {
      action: 'delivery-changed',
      subject: recipientId,
      before: { channel, delivery: recorded.delivery },
      after: { channel, delivery },
    }),
  ]);
  return outcome.ok ? state : recordedMeanwhile(ports, { tenantId, recipient, channel, actor });
}

/** What somebody else was faster to write down, another check that saw the same, perhaps; a new address has to be confirmed first. */
async function recordedMeanwhile({ stores }: WatchPorts, { tenantId, recipient, channel }: One): Promise<StoredChannel | undefined> {
  return (await stores.storesFor(tenantId).readRecipient(recipient.recipientId))?.channels[channel];
}
