import type { Alert } from '#domain/alerts/alert.ts';
import { idOf, type TenantId } from '#domain/ids.ts';
import type { OutboxState } from '#domain/outbox/outbox-item.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Page, PageRequest, Ports } from './ports.ts';
import type { TenantNotFound } from './refusals.ts';

/** A5. An alert and the state of the message that carries it. */
export type ListedAlert = { readonly alert: Alert; readonly delivery: OutboxState['state'] };

/** The alerts of a tenant, newest first. A message that left the outbox with time was sent. */
export async function listAlerts(
  { stores }: Pick<Ports, 'stores'>,
  { tenantId, page }: { readonly tenantId: TenantId; readonly page: PageRequest },
): Promise<Result<Page<ListedAlert>, TenantNotFound>> {
  const own = stores.storesFor(tenantId);
  if ((await own.readTenant()) === undefined) return refused({ reason: 'tenant-not-found' });
  const { items, next } = await own.listAlerts(page);
  const outboxIds = [...new Set(items.map(({ outboxId }) => outboxId))];
  const states = new Map(
    await Promise.all(outboxIds.map(async (each) => [each, (await stores.readOutbox(idOf.outbox(each)))?.state.state ?? 'sent'] as const)),
  );
  return ok({
    items: items.map((alert) => ({ alert, delivery: states.get(alert.outboxId) ?? 'sent' })),
    ...(next !== undefined && { next }),
  });
}
