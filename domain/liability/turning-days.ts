import { type Day, OPEN_END } from '../days/day.ts';
import { expectedEnd } from '../subscriptions/status.ts';
import type { TenantPicture } from '../tenants/picture.ts';

/**
 * D15. The days on which something of a tenant may change by itself, seen from today: a subscription starts, or is expected to
 * end (D4). In order, each once. Between two of them every day is like the day before.
 *
 * @example Sales lapses on 1 October and Service becomes primary. On 1 December the end of Sales is moved forward to 2029: it
 * is primary again from that day.
 */
export function turningDays({ picture, today }: { readonly picture: TenantPicture; readonly today: Day }): readonly Day[] {
  const days = picture.subscriptions.flatMap((subscription) => [subscription.terms?.startsOn, expectedEnd(subscription, today)]);
  return [...new Set(days.filter((day) => day !== undefined && day !== OPEN_END))].filter((day) => day !== undefined).toSorted();
}
