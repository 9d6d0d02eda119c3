import { addDays, type Day } from '../days/day.ts';
import type { Subscription } from './subscription.ts';

/**
 * D6. The last day to cancel or renegotiate a subscription: `noticeDays` before it expires. None where no notice was agreed, where
 * nobody has entered the dates, and where it is cancelled already.
 */
export function noticeDeadlineOf({ noticeDays, terms, cancelledOn }: Subscription): Day | undefined {
  if (noticeDays === undefined || terms === undefined || cancelledOn !== undefined) return undefined;
  return addDays(terms.expiresOn, -noticeDays);
}
