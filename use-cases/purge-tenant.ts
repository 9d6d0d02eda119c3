import type { TenantId } from '#domain/ids.ts';
import type { Ports, TenantStores } from './ports.ts';
import type { StoredRecipient } from './stored.ts';
import { requestDeliveryOf, topicOrders } from './topic-orders.ts';

/** Whether the job is done, or needs another message because the time is up. */
export type Progress = 'finished' | 'out-of-time';

/**
 * Deletes what a hidden tenant held, but for the audit. Recipients go first, each with the order to delete its topics,
 * so that no topic is forgotten however often the job starts again. Last, the audit's end is chained (U2): no morning check
 * will ask for it any more.
 */
export async function purgeTenant(ports: Ports, tenantId: TenantId, hasTime: () => boolean): Promise<Progress> {
  const stores = ports.stores.storesFor(tenantId);
  for (const recipient of await stores.readRecipients()) {
    if (!hasTime()) return 'out-of-time';
    await removeWithTopics({ ports, stores, tenantId, recipient });
  }
  while (hasTime()) {
    if (await stores.purge()) {
      await ports.queues.requestWork({ job: 'chain-audit', tenantId });
      return 'finished';
    }
  }
  return 'out-of-time';
}

type Removal = { readonly ports: Ports; readonly stores: TenantStores; readonly tenantId: TenantId; readonly recipient: StoredRecipient };

async function removeWithTopics({ ports, stores, tenantId, recipient }: Removal): Promise<void> {
  const orders = topicOrders(ports, { tenantId, recipientId: recipient.recipientId, channels: ['email', 'sms'] });
  const outcome = await stores.commit([
    { change: 'delete-recipient', recipientId: recipient.recipientId, revision: recipient.revision },
    ...orders,
  ]);
  if (!outcome.ok) throw new Error(`A recipient of the deleted tenant ${tenantId} changed while it was being purged.`);
  await requestDeliveryOf(ports, orders);
}
