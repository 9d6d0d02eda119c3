import { isTelephonyMismatch, telephonyOf } from '../subscriptions/telephony.ts';
import type { Finding } from './finding.ts';
import type { Overview } from './overview.ts';

/**
 * D21. A subscription with another telephony option than the tenant's. Webex shows no error and blocks nothing, so it is said
 * here; changing the tenant's option goes through Cisco support.
 */
export function telephonyMismatch({ subscriptions, today }: Overview): readonly Finding[] {
  const choice = telephonyOf(subscriptions, today);
  if (choice === undefined) return [];
  return subscriptions.flatMap((subscription) => {
    const { subscriptionId, terms } = subscription;
    if (terms === undefined || !isTelephonyMismatch({ subscription, choice, today })) return [];
    const { telephony: expected, chosenBy } = choice;
    return [{ kind: 'telephony-mismatch', severity: 'warning', subject: { subscriptionId }, found: terms.telephony, expected, chosenBy }];
  });
}
