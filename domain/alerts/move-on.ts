import type { Day } from '../days/day.ts';
import type { Finding } from '../findings/finding.ts';
import type { Matter } from '../messages/message.ts';
import { candidatesFor } from '../plans/candidates.ts';
import { byStartThenId } from '../subscriptions/order.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { subscriptionOf, type TenantPicture } from '../tenants/picture.ts';

type Seen = { readonly picture: TenantPicture; readonly today: Day };

/**
 * P1. Where nobody could take the people of an ending subscription today: the first one that starts no later than it ends
 * and could on that day. The message says "move on that day".
 */
export function moveOnOf(finding: Finding, { picture, today }: Seen): Pick<Matter, 'moveOn'> {
  if (finding.kind !== 'access-ends') return {};
  const from = subscriptionOf(picture, finding.subject.subscriptionId);
  if (from === undefined) return {};
  const candidates = candidatesFor({ picture, from, today });
  if (candidates.some(({ suitable }) => suitable)) return {};
  const starting = candidates
    .filter((candidate) => !candidate.suitable && candidate.reason === 'not-started')
    .map(({ subscription }) => subscription)
    .toSorted(byStartThenId)
    .find((subscription) => couldTakeWhenItStarts(subscription, { picture, from, by: finding.on }));
  return starting?.terms === undefined ? {} : { moveOn: { name: starting.name, startsOn: starting.terms.startsOn } };
}

type Asked = { readonly picture: TenantPicture; readonly from: Subscription; readonly by: Day };

function couldTakeWhenItStarts({ subscriptionId, terms }: Subscription, { picture, from, by }: Asked): boolean {
  if (terms === undefined || terms.startsOn > by) return false;
  const then = candidatesFor({ picture, from, today: terms.startsOn });
  return then.some(({ subscription, suitable }) => suitable && subscription.subscriptionId === subscriptionId);
}
