import type { Day } from '../days/day.ts';
import { cliffsBetween } from '../liability/cliffs.ts';
import { payersBetween, type Stretch } from '../liability/payers.ts';
import { USAGE_TYPES } from '../liability/usage.ts';
import { endToLeaveBy } from '../subscriptions/status.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { TenantPicture } from '../tenants/picture.ts';
import type { Effects } from './plan.ts';

type Asked = { readonly picture: TenantPicture; readonly source: Subscription; readonly today: Day };
type Payers = Pick<Effects, 'primaryBefore' | 'primaryAfter' | 'primaryChangesOn' | 'liability' | 'cliffs'>;

/**
 * P7. Who pays until the day the source ends, and from then on: the primary, whoever is liable per usage type, and by how much the
 * tenant's commitments fall on that day. It is the source's end that does this, whoever moves where; a source that has ended
 * changes nothing any more.
 */
export function payerEffects({ picture, source, today }: Asked): Payers {
  const end = endToLeaveBy(source, today);
  const lastDay = end === undefined || end < today ? today : end;
  const { primary, liability } = payersBetween({ picture, today, from: today, to: lastDay });
  const [primaryBefore, primaryAfter] = [primary.at(0)?.subscriptionId, primary.at(-1)?.subscriptionId];
  const primaryChangesOn = primary[1]?.from;
  return {
    ...(primaryBefore !== undefined && { primaryBefore }),
    ...(primaryAfter !== undefined && { primaryAfter }),
    ...(primaryChangesOn !== undefined && { primaryChangesOn }),
    liability: USAGE_TYPES.flatMap((type) => handOver(liability[type]).map((change) => ({ type, ...change }))),
    cliffs: lastDay === end ? cliffsBetween({ picture, today, from: end, to: end }) : [],
  };
}

/** Who pays first and who pays last, where these are two, and the first day of the latter. */
function handOver(stretches: readonly Stretch[]): readonly Omit<Effects['liability'][number], 'type'>[] {
  const [first, last] = [stretches.at(0), stretches.at(-1)];
  if (first === undefined || last === undefined || first.subscriptionId === last.subscriptionId) return [];
  return [
    {
      ...(first.subscriptionId !== undefined && { before: first.subscriptionId }),
      ...(last.subscriptionId !== undefined && { after: last.subscriptionId }),
      on: last.from,
    },
  ];
}
