import * as z from 'zod';
import { idOf } from '#domain/ids.ts';
import { type DeliverPorts, deliverOutboxItem } from '#use-cases/deliver-outbox-item.ts';

/** A4. A message of the delivery queue names what waits; the work itself is in the table. */
export const deliveryMessage = z.object({ outboxId: z.string().transform(idOf.outbox) });

/**
 * Delivers the outbox item that one message names. Each try claims it under a name of its own: of two messages in one
 * batch that name the same item, one gets it.
 */
export async function deliverOneItem(ports: DeliverPorts, { outboxId }: z.output<typeof deliveryMessage>): Promise<void> {
  await deliverOutboxItem(ports, { outboxId, owner: ports.randomness.token(16) });
}
