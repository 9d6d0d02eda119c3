import { matterKey } from '#domain/alerts/alert.ts';
import type { Actor } from '#domain/audit/entry.ts';
import type { AlertId, TenantId } from '#domain/ids.ts';
import { type Result, refused } from '#domain/result.ts';
import type { Ports } from './ports.ts';
import { type Snoozed, type SnoozeRefusal, snoozeMatter, type Wish } from './snooze-matter.ts';

type Asked = { readonly actor: Actor; readonly tenantId: TenantId; readonly alertId: AlertId; readonly wish: Wish };
type AlertNotFound = { readonly reason: 'alert-not-found' };
/** A2. Tooling is told of everything, and puts nothing off. */
type AlertOfTooling = { readonly reason: 'alert-of-tooling' };

/** A6. Puts the matter of an alert off, for the recipient whom the alert was told. */
export async function snoozeAlert(
  ports: Ports,
  { alertId, ...asked }: Asked,
): Promise<Result<Snoozed, SnoozeRefusal | AlertNotFound | AlertOfTooling>> {
  const stores = ports.stores.storesFor(asked.tenantId);
  if ((await stores.readTenant()) === undefined) return refused({ reason: 'tenant-not-found' });
  const alert = await stores.readAlert(alertId);
  if (alert === undefined) return refused({ reason: 'alert-not-found' });
  const { recipientId } = alert.identity.audience;
  if (recipientId === '#tooling') return refused({ reason: 'alert-of-tooling' });
  return snoozeMatter(ports, { ...asked, recipientId, matter: matterKey(alert.identity), on: alert.identity.on });
}
