import type { FindingKind } from '../findings/finding.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { Tenant } from '../tenants/tenant.ts';

/** C4. One step of the warning ladder, in days before the end (negative: after it); `once` for what has no date. */
export type Rung = number | 'once';

/** A1. The widest rung that goes out by SMS. */
export const FIRST_SMS_RUNG = 14;

/** D4, D6. Days before a renewal by itself, at which people are asked to check on it, and before a notice deadline. */
const SHORT_LADDER: readonly number[] = [30, 7, 1];

/** C4. After the end every day is a rung up to this one; then every seventh. */
const LAST_DAILY_RUNG = -14;

/** C4, D4, D6. The ladder a matter is warned by: the short one of renewals and notice deadlines, the subscription's own, or else the tenant's. */
export function ladderOf({
  kind,
  subscription,
  tenant,
}: {
  readonly kind: FindingKind;
  readonly subscription: Subscription | undefined;
  readonly tenant: Tenant;
}): readonly number[] {
  return kind === 'renewal-ahead' || kind === 'notice-deadline' ? SHORT_LADDER : (subscription?.ladder ?? tenant.ladder);
}

/**
 * C4. The rung of a matter: the smallest that is not below its days left, so that after missed days only the tightest
 * is told. After the end the rungs go on while people are without access; without any, the last rung of the ladder stays.
 * Undefined while even the widest rung is still ahead.
 */
export function rungOf({
  daysLeft,
  ladder,
  peopleConcerned,
}: {
  readonly daysLeft: number;
  readonly ladder: readonly number[];
  readonly peopleConcerned: number;
}): number | undefined {
  if (daysLeft < 0 && peopleConcerned > 0) return rungAfterEnd(daysLeft);
  const reached = ladder.filter((rung) => rung >= Math.max(0, daysLeft));
  return reached.length === 0 ? undefined : Math.min(...reached);
}

/** C4. Whether a rung says more than the one that was told of the same matter and date. */
export function isTighter(rung: Rung, told: Rung): boolean {
  if (rung === 'once') return false;
  return told === 'once' || rung < told;
}

/** Daily from -1 to -14, then -21, -28 and so on. */
function rungAfterEnd(daysLeft: number): number {
  return daysLeft >= LAST_DAILY_RUNG ? daysLeft : Math.ceil(daysLeft / 7) * 7;
}
