import { idOf, type RecipientId, type TenantId } from '#domain/ids.ts';
import type { Channel } from '#domain/recipients/recipient.ts';
import type { Change } from './change.ts';
import type { Ports } from './ports.ts';

export type Order = Change & { readonly change: 'enqueue' };
type Asked = {
  readonly tenantId: TenantId;
  readonly recipientId: RecipientId;
  readonly channels: readonly Channel[];
  readonly resend?: boolean;
};

/** A2. The outbox items that bring a recipient's topics to what the recipient's item says. */
export function topicOrders(
  { clock, randomness }: Pick<Ports, 'clock' | 'randomness'>,
  { tenantId, recipientId, channels, resend = false }: Asked,
): readonly Order[] {
  const createdAt = clock.now();
  return channels.map((channel) => ({
    change: 'enqueue',
    item: {
      outboxId: idOf.outbox(randomness.ulid(createdAt)),
      tenantId,
      createdAt,
      work: { work: 'reconcile-topic', recipientId, channel, resend },
    },
  }));
}

/** Tells the queue of outbox items that were just committed. */
export function requestDeliveryOf(ports: Pick<Ports, 'queues'>, orders: readonly Order[]): Promise<void> {
  return ports.queues.requestDelivery(orders.map(({ item }) => item.outboxId));
}
