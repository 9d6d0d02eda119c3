import { type Day, OPEN_END } from '../days/day.ts';
import { expectedEnd } from '../subscriptions/status.ts';
import type { TenantPicture } from '../tenants/picture.ts';

/**
 * D15. The days on which something of a tenant may change by itself, seen from today: a subscription starts, or is expected to
 * end (D4). In order, each once. Between two of them every day is like the day before.
 */
export function turningDays({ picture, today }: { readonly picture: TenantPicture; readonly today: Day }): readonly Day[] {
  const days = picture.subscriptions.flatMap((subscription) => [subscription.terms?.startsOn, expectedEnd(subscription, today)]);
  return [...new Set(days.filter((day) => day !== undefined && day !== OPEN_END))].filter((day) => day !== undefined).toSorted();
}
