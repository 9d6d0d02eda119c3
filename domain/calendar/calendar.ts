import { type Day, OPEN_END } from '../days/day.ts';
import { lookAheadFrom } from '../days/look-ahead.ts';
import { byId, type SubscriptionId } from '../ids.ts';
import { payersBetween } from '../liability/payers.ts';
import { noticeDeadlineOf } from '../subscriptions/notice-deadline.ts';
import { endsOn, expectedEnd, statusOn, willRenew } from '../subscriptions/status.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { subscriptionOf, type TenantPicture } from '../tenants/picture.ts';
import { type CalendarEvent, type Ending, uidOf } from './calendar-event.ts';

type Seen = { readonly picture: TenantPicture; readonly today: Day };

/**
 * D1, D4, D6, D15. What lies ahead of a tenant, today included, by day: the end or renewal of each subscription, the last days to
 * give notice, and within five years each hand-over of the primary. A subscription without dates has no day (D5).
 */
export function calendarOf({ picture, today }: Seen): readonly CalendarEvent[] {
  const ofSubscriptions = picture.subscriptions.flatMap((subscription) => [...endingsOf(subscription, today), ...noticeOf(subscription)]);
  const { tenantId } = picture.tenant;
  return [...ofSubscriptions, ...handOvers({ picture, today })]
    .filter(({ on }) => on >= today)
    .toSorted((left, right) => byId(left.on, right.on) || byId(uidOf(left, tenantId), uidOf(right, tenantId)));
}

function endingsOf(subscription: Subscription, today: Day): readonly CalendarEvent[] {
  const on = endsOn(subscription);
  if (on === undefined) return [];
  const expiry: CalendarEvent = { event: 'expiry', on, subscription, ending: endingOn(on, subscription, today) };
  const end = expectedEnd(subscription, today);
  if (end === undefined || end === on || end === OPEN_END) return [expiry];
  return [expiry, { event: 'end', on: end, subscription, ending: endingOn(end, subscription, today) }];
}

/** D3. What its status will be; what expires that day and is set to renew is expected to go on (D4). */
function endingOn(on: Day, subscription: Subscription, today: Day): Ending {
  const status = statusOn(on, subscription);
  if (status === 'cancelled' || status === 'suspended') return status;
  return willRenew(subscription, today) ? 'renews' : 'lapsed';
}

function noticeOf(subscription: Subscription): readonly CalendarEvent[] {
  const on = noticeDeadlineOf(subscription);
  if (on === undefined || subscription.terms === undefined) return [];
  return [{ event: 'notice-deadline', on, subscription, expiresOn: subscription.terms.expiresOn }];
}

/** D15. Each day on which another subscription becomes the primary; the days without any bring none. */
function handOvers({ picture, today }: Seen): readonly CalendarEvent[] {
  const { primary } = payersBetween({ picture, today, from: today, to: lookAheadFrom(today) });
  const named = (id: SubscriptionId | undefined) => (id === undefined ? undefined : subscriptionOf(picture, id));
  return primary.slice(1).flatMap(({ from: on, subscriptionId }, index): readonly CalendarEvent[] => {
    const to = named(subscriptionId);
    const from = named(primary[index]?.subscriptionId);
    return to === undefined ? [] : [{ event: 'hand-over', on, to, ...(from !== undefined && { from }) }];
  });
}
