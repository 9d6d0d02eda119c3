import { statusOn } from '../subscriptions/status.ts';
import type { Finding } from './finding.ts';
import { concerning, type Overview } from './overview.ts';
import { strandedBy } from './stranded.ts';

/**
 * D4. A subscription that was set to renew and whose `expiresOn` has passed without anybody moving it forward. From that day it
 * counts as lapsed. Names the people its end has stranded; it holds even where there are none, since nobody knows what was renewed.
 */
export function renewalUnconfirmed({ subscriptions, standings, today }: Overview): readonly Finding[] {
  const stranded = strandedBy(standings);
  return subscriptions.flatMap((subscription) => {
    const { subscriptionId, renewal, terms } = subscription;
    if (renewal !== 'auto' || terms === undefined || statusOn(today, subscription) !== 'lapsed') return [];
    const people = stranded.get(subscriptionId) ?? [];
    return [{ kind: 'renewal-unconfirmed', severity: 'critical', subject: { subscriptionId }, on: terms.expiresOn, ...concerning(people) }];
  });
}
