import { oldestOf } from '../liability/primary.ts';
import { activeOn } from '../liability/seen.ts';
import type { Finding } from './finding.ts';
import type { Overview } from './overview.ts';

/**
 * D14. Control Hub shows (Account > Subscription) another primary than the rule, by which it is the oldest active subscription.
 * What it shows wins while that subscription is active.
 *
 * @example Control Hub shows Service under Account > Subscription, although Sales is older: Service is taken as primary, and
 * the difference is noted.
 */
export function primaryDiffers({ picture, today }: Overview): readonly Finding[] {
  const active = activeOn({ day: today, today, picture });
  const shown = active.find(({ subscriptionId }) => subscriptionId === picture.tenant.primaryOverride);
  const oldest = oldestOf(active);
  if (shown === undefined || oldest === undefined || shown.subscriptionId === oldest.subscriptionId) return [];
  return [{ kind: 'primary-differs', severity: 'info', subject: 'tenant', shown: shown.subscriptionId, oldest: oldest.subscriptionId }];
}
