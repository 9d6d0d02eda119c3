import { addDays, type Day } from '../days/day.ts';
import { cliffsBetween } from '../liability/cliffs.ts';
import { liableOn } from '../liability/liable.ts';
import { primaryOn } from '../liability/primary.ts';
import type { Seen } from '../liability/seen.ts';
import { USAGE_TYPES, type UsageType } from '../liability/usage.ts';
import { endToLeaveBy } from '../subscriptions/status.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { TenantPicture } from '../tenants/picture.ts';
import type { Effects } from './plan.ts';

type Asked = { readonly picture: TenantPicture; readonly source: Subscription; readonly today: Day };
type Payers = Pick<Effects, 'primaryBefore' | 'primaryAfter' | 'primaryChangesOn' | 'liability' | 'cliffs'>;

/**
 * P7. Who pays on the day before the source ends, and from that day on: the primary, whoever is liable per usage type, and by how
 * much the tenant's commitments fall on that day. Hand-overs before it are not the source's doing, whoever moves where; a source that
 * has ended, or whose end nobody knows, changes nothing.
 */
export function payerEffects({ picture, source, today }: Asked): Payers {
  const end = endToLeaveBy(source, today);
  const on = end === undefined || end <= today ? undefined : end;
  const before = { day: on === undefined ? today : addDays(on, -1), today, picture };
  const after = { day: on ?? today, today, picture };
  const [primaryBefore, primaryAfter] = [primaryOn(before)?.subscriptionId, primaryOn(after)?.subscriptionId];
  return {
    ...(primaryBefore !== undefined && { primaryBefore }),
    ...(primaryAfter !== undefined && { primaryAfter }),
    ...(on !== undefined && primaryBefore !== primaryAfter && { primaryChangesOn: on }),
    liability: on === undefined ? [] : USAGE_TYPES.flatMap((type) => handOver(type, { before, after, on })),
    cliffs: on === undefined ? [] : cliffsBetween({ picture, today, from: on, to: on }),
  };
}

type OnThatDay = { readonly before: Seen; readonly after: Seen; readonly on: Day };

/** Who is liable for a type before the end and from it on, where these are two. */
function handOver(type: UsageType, { before, after, on }: OnThatDay): Effects['liability'] {
  const [first, last] = [liableOn(type, before)?.subscriptionId, liableOn(type, after)?.subscriptionId];
  if (first === last) return [];
  return [{ type, ...(first !== undefined && { before: first }), ...(last !== undefined && { after: last }), on }];
}
