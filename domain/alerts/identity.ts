import { type Instant, millisecondsOf } from '../days/instant.ts';
import { type AlertId, idOf } from '../ids.ts';
import type { Digest } from '../plans/plan.ts';
import { type AlertIdentity, matterKey } from './alert.ts';

/**
 * C5. An identity as one text, within its tenant: two alerts with the same text are the same alert, and only one of them
 * can ever be written. Neither ids nor kinds contain `|`, so the parts cannot run into each other.
 */
export function identityKey(identity: AlertIdentity): string {
  const { on, rung, audience } = identity;
  return [matterKey(identity), on, rung, audience.recipientId, audience.channel].join('|');
}

/**
 * The id an alert has in the API: when it was told, so that ids sort by time, and a digest of what makes it this alert
 * and no other.
 */
export function alertIdOf(identity: AlertIdentity, { toldAt, digest }: { readonly toldAt: Instant; readonly digest: Digest }): AlertId {
  const time = millisecondsOf(toldAt).toString(36).padStart(9, '0');
  return idOf.alert(`${time}-${digest(`${identity.tenantId}|${identityKey(identity)}`).slice(0, 22)}`);
}
