import type { Day } from '../days/day.ts';
import type { SubscriptionId, TenantId } from '../ids.ts';

type Named = { readonly subscriptionId: SubscriptionId; readonly name: string };

/** How a subscription ends on a day; `renews`: it is set to renew by itself, and does not end if it does (D4). */
export type Ending = 'lapsed' | 'suspended' | 'cancelled' | 'renews';

/** A day of a tenant that belongs into a calendar. */
export type CalendarEvent =
  /** D1. The day a subscription ends, or is set to renew. */
  | { readonly event: 'expiry'; readonly on: Day; readonly subscription: Named; readonly ending: Ending }
  /** D4. The later day on which a suspension or a cancellation bounds what renews by itself until then. */
  | { readonly event: 'end'; readonly on: Day; readonly subscription: Named; readonly ending: Ending }
  /** D6. The last day to cancel or renegotiate. */
  | { readonly event: 'notice-deadline'; readonly on: Day; readonly subscription: Named; readonly expiresOn: Day }
  /** D15. Another subscription becomes the primary; `from` is absent after days without one. */
  | { readonly event: 'hand-over'; readonly on: Day; readonly to: Named; readonly from?: Named };

/**
 * The name under which calendars know an event: the same when its day moves, so that it is moved and not doubled. A pair of
 * subscriptions hands over at most once: each is active on days without a gap. Ids never contain `~`.
 */
export function uidOf(event: CalendarEvent, tenantId: TenantId): string {
  return `${event.event}-${subscriptionsOf(event).join('~')}@${tenantId}.lapsewatch`;
}

/** The subscriptions an event is about. */
export function subscriptionsOf(event: CalendarEvent): readonly SubscriptionId[] {
  if (event.event !== 'hand-over') return [event.subscription.subscriptionId];
  return [...(event.from === undefined ? [] : [event.from.subscriptionId]), event.to.subscriptionId];
}
