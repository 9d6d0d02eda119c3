import { addDays, type Day, earliestOf, latestOf, OPEN_END } from '../days/day.ts';
import { lookAheadFrom } from '../days/look-ahead.ts';
import { type Payers, payersBetween } from '../liability/payers.ts';
import { asEntered } from '../subscriptions/as-entered.ts';
import { expectedEnd } from '../subscriptions/status.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { subscriptionOf, type TenantPicture, withSubscription } from '../tenants/picture.ts';
import type { GuardFinding } from './guard-finding.ts';
import { guardFindings } from './guard-findings.ts';

/** What becomes of a tenant with a subscription that somebody means to buy. */
export type Guarded = {
  /** Nothing critical stands against it. */
  readonly allowed: boolean;
  readonly findings: readonly GuardFinding[];
  /** Who pays, from one day through another, without it and with it. */
  readonly timeline: { readonly from: Day; readonly to: Day; readonly before: Payers; readonly after: Payers };
};

type Asked = { readonly entered: Subscription; readonly picture: TenantPicture; readonly today: Day };

/**
 * D14, D18, D20, D21. The guard before buying: holds a subscription that somebody means to buy against what the tenant has, and
 * shows who pays without and with it, over five years or until everything known has ended. Changes nothing.
 */
export function guard({ entered, picture, today }: Asked): Guarded {
  const planned = asEntered({ entered, before: subscriptionOf(picture, entered.subscriptionId), today });
  const findings = guardFindings({ planned, picture, today });
  const after = withSubscription(picture, planned);
  const days = { from: today, to: lastDay(after, today) };
  return {
    allowed: findings.every(({ severity }) => severity !== 'critical'),
    findings,
    timeline: { ...days, before: payersBetween({ picture, today, ...days }), after: payersBetween({ picture: after, today, ...days }) },
  };
}

function lastDay({ subscriptions }: TenantPicture, today: Day): Day {
  const end = latestOf(subscriptions.map((subscription) => expectedEnd(subscription, today))) ?? OPEN_END;
  return latestOf([today, earliestOf([addDays(end, -1), lookAheadFrom(today)])]) ?? today;
}
