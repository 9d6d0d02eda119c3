import type { OutboxWork } from '#domain/outbox/outbox-item.ts';
import type { DeliverPorts, Done } from './deliver-outbox-item.ts';
import type { TopicOwner } from './ports.ts';
import { recordDelivery } from './record-delivery.ts';

type TopicPorts = Pick<DeliverPorts, 'clock' | 'log' | 'randomness' | 'stores' | 'topics'>;
type Work = Extract<OutboxWork, { work: 'confirm-topic' }> & Pick<TopicOwner, 'tenantId'>;

/**
 * A5. Uses a pasted confirmation token in a signed call, so that nobody else can unsubscribe the address, and writes down
 * what SNS then says of it. Dropped when the recipient or channel is gone, or SNS does not take the token.
 */
export async function confirmTopic(ports: TopicPorts, { tenantId, recipientId, channel, token }: Work): Promise<Done> {
  const owner = { tenantId, recipientId, channel };
  const stores = ports.stores.storesFor(tenantId);
  const [tenant, recipient] = await Promise.all([stores.readTenant(), stores.readRecipient(recipientId)]);
  const recorded = recipient?.channels[channel];
  if (tenant === undefined || recorded === undefined) return 'dropped';
  const confirmed = await ports.topics.confirm(owner, token);
  if (!confirmed.ok) {
    ports.log.warn('SNS did not take a confirmation token.', { tenantId, channel });
    return 'dropped';
  }
  const { subscriptionArn } = confirmed.value;
  const delivery = await ports.topics.deliveryOf(owner, { ...recorded, subscriptionArn });
  if (delivery !== recorded.delivery || subscriptionArn !== recorded.subscriptionArn) {
    await recordDelivery(ports, { owner, recorded, state: { address: recorded.address, delivery, subscriptionArn } });
  }
  return 'sent';
}
