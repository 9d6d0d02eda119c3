import type { Day } from '../days/day.ts';
import { idOf } from '../ids.ts';
import { noticeDeadlineOf } from '../subscriptions/notice-deadline.ts';
import { subscriptionOf, type TenantPicture } from '../tenants/picture.ts';
import type { Told } from './alert.ts';

/**
 * D6, C6. A notice deadline that has passed by itself: nothing was solved, so nobody is told so, and it is forgotten. Where the
 * subscription was cancelled, or another end was entered, it is solved like anything else.
 */
export function hasPassed(told: Told, { picture, today }: { readonly picture: TenantPicture; readonly today: Day }): boolean {
  if (told.kind !== 'notice-deadline' || told.on >= today) return false;
  const subscription = subscriptionOf(picture, idOf.subscription(told.subject));
  return subscription !== undefined && noticeDeadlineOf(subscription) === told.on;
}
