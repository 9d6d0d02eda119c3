import { noticeDeadlineOf } from '../subscriptions/notice-deadline.ts';
import { isOverOn } from '../subscriptions/status.ts';
import type { Finding } from './finding.ts';
import type { Overview } from './overview.ts';

/**
 * D6. A subscription that can still be cancelled or renegotiated, through the last day to do so, whether it renews by itself or
 * not. It has a short ladder of its own: 30, 7 and 1 days before.
 */
export function noticeDeadline({ subscriptions, today }: Overview): readonly Finding[] {
  return subscriptions.flatMap((subscription): readonly Finding[] => {
    const { subscriptionId, terms } = subscription;
    const on = noticeDeadlineOf(subscription);
    if (terms === undefined || on === undefined || on < today || isOverOn(today, subscription)) return [];
    return [{ kind: 'notice-deadline', severity: 'warning', subject: { subscriptionId }, on, expiresOn: terms.expiresOn }];
  });
}
