import { daysBetween } from '../days/day.ts';
import { isOverOn } from '../subscriptions/status.ts';
import type { Finding } from './finding.ts';
import type { Overview } from './overview.ts';

/** D5. For so many days dates that people typed in are taken as they are. */
const CONFIRMED_DAYS = 90;

/**
 * D5. A subscription, not over, whose dates were last entered or confirmed more than 90 days ago: no public Webex API has these
 * dates, people type them in. Entering them again, changed or not, confirms them.
 *
 * @example The dates were typed in on 1 June. From 31 August on somebody should look in Control Hub whether they are still
 * right.
 */
export function datesUnconfirmed({ subscriptions, today }: Overview): readonly Finding[] {
  return subscriptions.flatMap((subscription): readonly Finding[] => {
    const { subscriptionId, terms, datesConfirmedOn: confirmedOn } = subscription;
    if (terms === undefined || confirmedOn === undefined || isOverOn(today, subscription)) return [];
    if (daysBetween({ from: confirmedOn, to: today }) <= CONFIRMED_DAYS) return [];
    return [{ kind: 'dates-unconfirmed', severity: 'info', subject: { subscriptionId }, confirmedOn }];
  });
}
