import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import { keyOf, listOf } from '#adapters/dynamodb/keys.ts';
import { KEPT_DAYS, ttlAfter } from '#adapters/dynamodb/lifetimes.ts';
import type { TenantId } from '#domain/ids.ts';
import { creation, type Effect } from './effect.ts';

/** C5. The identity is the key, so that of two equal alerts one is refused; the list has them by id. */
export function alertEffect(t: TenantId, { alert }: ChangeOf<'put-alert'>): Effect {
  return creation({
    ...keyOf.alert(t, alert.identity),
    noun: 'alert',
    value: alert,
    listed: { list: listOf.alerts(t), place: alert.alertId },
    ttl: ttlAfter(alert.toldAt, KEPT_DAYS.alert),
  });
}
