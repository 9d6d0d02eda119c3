import type { ChainHead } from '../audit/chain-link.ts';
import { soonestLossOf } from '../coverage/soonest-loss.ts';
import { standingsOf } from '../coverage/standing.ts';
import { type Day, OPEN_END, weekdayOf } from '../days/day.ts';
import type { Heartbeat } from '../messages/message.ts';
import { isOverOn } from '../subscriptions/status.ts';
import type { TenantPicture } from '../tenants/picture.ts';
import type { Tenant } from '../tenants/tenant.ts';

const MONDAY = 1;

/**
 * C8. Whether the Monday line goes out with this check: only by the morning check, once on that local day, and not where
 * it is switched off.
 */
export function isHeartbeatDue({
  tenant,
  today,
  morning,
  lastHeartbeatOn,
}: {
  readonly tenant: Pick<Tenant, 'heartbeat'>;
  readonly today: Day;
  readonly morning: boolean;
  readonly lastHeartbeatOn: Day | undefined;
}): boolean {
  return tenant.heartbeat && morning && weekdayOf(today) === MONDAY && lastHeartbeatOn !== today;
}

/**
 * C8. What the Monday line counts: the subscriptions that are not over, the people who are counted (D10), those of them who
 * are without access, so that it never sounds like an all-clear, and the day before which nobody (else) loses it. It carries
 * the head of the audit chain (U2).
 */
export function heartbeatOf(picture: TenantPicture, today: Day, auditHead?: ChainHead): Heartbeat {
  const { soonestLossOn } = soonestLossOf(picture, today);
  const stranded = standingsOf({ picture, today }).filter(({ standing }) => standing.standing === 'stranded').length;
  return {
    subscriptions: picture.subscriptions.filter((subscription) => !isOverOn(today, subscription)).length,
    people: picture.people.filter(({ status }) => status !== 'inactive').length,
    ...(stranded > 0 && { stranded }),
    ...(soonestLossOn !== OPEN_END && { nobodyLosesAccessBefore: soonestLossOn }),
    ...(auditHead !== undefined && { auditHead }),
  };
}
