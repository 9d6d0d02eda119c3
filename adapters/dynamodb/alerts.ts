import * as z from 'zod';
import type { Alert, AlertIdentity, Audience } from '#domain/alerts/alert.ts';
import type { TenantId } from '#domain/ids.ts';
import type { ChangeOf } from './change-of.ts';
import { isNew } from './conditions.ts';
import { channel, findingKind, rung, severity } from './findings.ts';
import { indexKeyOf, keyOf } from './keys.ts';
import { KEPT_DAYS, ttlAfter } from './lifetimes.ts';
import { day, id, instant, parsed } from './stored.ts';
import type { RawItem } from './table.ts';
import { type Item, put, type Write } from './writes.ts';

const audience: z.ZodType<Audience> = z.union([
  z.object({ recipientId: z.literal('#tooling'), channel: z.literal('events') }),
  z.object({ recipientId: id.recipient, channel }),
]);

const identity: z.ZodType<AlertIdentity> = z.object({
  tenantId: id.tenant,
  kind: findingKind,
  subject: z.string(),
  on: day,
  rung,
  audience,
});

const alert: z.ZodType<Alert> = z.object({
  alertId: id.alert,
  identity,
  severity,
  people: z.number(),
  admins: z.number(),
  toldAt: instant,
  outboxId: z.string(),
  linkId: z.exactOptional(id.link),
});

export function fromAlertItem(item: RawItem): Alert {
  return parsed(alert, item);
}

/** C5. The identity is the key, so that of two equal alerts one is refused; the index lists them by time. */
function toAlertItem(t: TenantId, told: Alert): Item {
  return { ...keyOf.alert(t, told.identity), ...told, ...indexKeyOf.alerts(t, told.alertId), ttl: ttlAfter(told.toldAt, KEPT_DAYS.alert) };
}

export function alertWrite(t: TenantId, change: ChangeOf<'put-alert'>): Write {
  return put(toAlertItem(t, change.alert), isNew);
}
