import type { Day } from '../days/day.ts';
import { licensingClash } from '../subscriptions/licensing.ts';
import { endsOn, isOverOn } from '../subscriptions/status.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { isTelephonyMismatch, telephonyOf } from '../subscriptions/telephony.ts';
import type { TenantPicture } from '../tenants/picture.ts';
import type { GuardFinding } from './guard-finding.ts';
import { termGap } from './term-gap.ts';

/** A subscription somebody means to buy for a tenant, held against what the tenant has. */
export type Planned = { readonly planned: Subscription; readonly picture: TenantPicture; readonly today: Day };

const RULES: readonly ((asked: Planned) => readonly GuardFinding[])[] = [mixed, duplicate, mismatch, gap, over, trial];

/** Everything that should be known of a subscription before it is bought, what forbids it first. The rules are those of entering it. */
export function guardFindings(asked: Planned): readonly GuardFinding[] {
  return RULES.flatMap((rule) => rule(asked));
}

/** D20. Webex provisioning rejects a mix of licensing models, also for a subscription that only starts later. */
function mixed({ planned, picture, today }: Planned): readonly GuardFinding[] {
  const other = licensingClash({ subscription: planned, others: picture.subscriptions, today });
  if (other === undefined || planned.terms === undefined) return [];
  const found = planned.terms.licensing;
  return [{ kind: 'licensing-model-mixed', severity: 'critical', found, expected: found === 'named' ? 'concurrent' : 'named', other }];
}

function duplicate({ planned: { subscriptionId }, picture }: Planned): readonly GuardFinding[] {
  const known = picture.subscriptions.some((each) => each.subscriptionId === subscriptionId);
  return known ? [{ kind: 'duplicate-subscription', severity: 'critical', subscriptionId }] : [];
}

/** D21. Held against the option that the tenant is bound to without it: one that starts earlier does not choose anew. */
function mismatch({ planned, picture, today }: Planned): readonly GuardFinding[] {
  const choice = telephonyOf(othersThan(planned, picture), today);
  if (choice === undefined || planned.terms === undefined || !isTelephonyMismatch({ subscription: planned, choice, today })) return [];
  const { telephony: expected, chosenBy } = choice;
  return [{ kind: 'telephony-mismatch', severity: 'warning', found: planned.terms.telephony, expected, chosenBy }];
}

function gap({ planned, picture, today }: Planned): readonly GuardFinding[] {
  const days = termGap({ planned, others: othersThan(planned, picture), today });
  return days === undefined ? [] : [{ kind: 'term-gap', severity: 'warning', ...days }];
}

function over({ planned, today }: Planned): readonly GuardFinding[] {
  const on = endsOn(planned);
  return on !== undefined && isOverOn(today, planned) ? [{ kind: 'already-over', severity: 'warning', on }] : [];
}

function trial({ planned }: Planned): readonly GuardFinding[] {
  return planned.trial ? [{ kind: 'trial', severity: 'info' }] : [];
}

function othersThan({ subscriptionId }: Subscription, { subscriptions }: TenantPicture): readonly Subscription[] {
  return subscriptions.filter((each) => each.subscriptionId !== subscriptionId);
}
