import type { Day } from '../days/day.ts';
import { isExpectedActiveOn } from '../subscriptions/status.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { TenantPicture } from '../tenants/picture.ts';

/** A day of a tenant, seen from today: what renews by itself is expected to go on (D4). */
export type Seen = { readonly day: Day; readonly today: Day; readonly picture: Pick<TenantPicture, 'tenant' | 'subscriptions'> };

/** D2, D4. Every subscription that is active that day, as far as anybody can expect today. Unknown dates never are (D5). */
export function activeOn({ day, today, picture }: Seen): readonly Subscription[] {
  return picture.subscriptions.filter((subscription) => isExpectedActiveOn({ day, today, subscription }));
}
