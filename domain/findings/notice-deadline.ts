import { noticeDeadlineOf } from '../subscriptions/notice-deadline.ts';
import { isOverOn } from '../subscriptions/status.ts';
import type { Finding } from './finding.ts';
import type { Overview } from './overview.ts';

/**
 * D6. A subscription that can still be cancelled or renegotiated, through the last day to do so, whether it renews by itself or
 * not. It has a short ladder of its own: 30, 7 and 1 days before.
 *
 * @example A term ends on 1 March 2027 and has 60 days of notice: 31 December 2026 is the last day to cancel it, told on 1, 24
 * and 30 December. That the day passes is no news.
 */
export function noticeDeadline({ subscriptions, today }: Overview): readonly Finding[] {
  return subscriptions.flatMap((subscription): readonly Finding[] => {
    const { subscriptionId, terms } = subscription;
    const on = noticeDeadlineOf(subscription);
    if (terms === undefined || on === undefined || on < today || isOverOn(today, subscription)) return [];
    return [{ kind: 'notice-deadline', severity: 'warning', subject: { subscriptionId }, on, expiresOn: terms.expiresOn }];
  });
}
