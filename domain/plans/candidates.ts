import { addDays, type Day, latestOf, OPEN_END } from '../days/day.ts';
import { byId, type SubscriptionId } from '../ids.ts';
import { hasSeatsPerKind } from '../subscriptions/seats.ts';
import { endToLeaveBy, expectedEnd, statusOn } from '../subscriptions/status.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { isTelephonyMismatch, type TelephonyChoice, telephonyOf } from '../subscriptions/telephony.ts';
import type { TenantPicture } from '../tenants/picture.ts';
import type { CandidateReason } from './plan.ts';

/** P1. A subscription that could take people, or the reason why it cannot. */
export type Suitability = { readonly subscription: Subscription } & (
  | { readonly suitable: true; readonly end: Day }
  | { readonly suitable: false; readonly reason: CandidateReason }
);

/** A subscription people can move to; `end` is the first day without access, `OPEN_END` when it renews by itself. */
export type Target = Extract<Suitability, { readonly suitable: true }>;

type Asked = { readonly picture: TenantPicture; readonly from: Subscription; readonly today: Day };

/** P1, P3. The first day up to which a target, or other coverage, has to last: `marginDays` after the source's end or the move. */
export function lastsUntil({ picture, from, today }: Asked): Day {
  return addDays(latestOf([endToLeaveBy(from, today), today]) ?? today, picture.tenant.marginDays);
}

/**
 * P1. Every other subscription of the tenant, in ascending order of id: a candidate for the day of the move, or why not.
 *
 * @example Sales ends on 1 March 2027. Service ends on 15 March: too soon. Next starts on 1 March: not started, and the message
 * says “move them on that day”. Base lasts until 2029: a candidate.
 */
export function candidatesFor({ picture, from, today }: Asked): readonly Suitability[] {
  const until = lastsUntil({ picture, from, today });
  const choice = telephonyOf(picture.subscriptions, today);
  return picture.subscriptions
    .filter(({ subscriptionId }) => subscriptionId !== from.subscriptionId)
    .toSorted((left, right) => byId(left.subscriptionId, right.subscriptionId))
    .map((subscription) => suitabilityOf(subscription, { until, choice, today }));
}

/** P5. The targets among them: all of them, or the chosen one when it is one. */
export function targetsAmong(candidates: readonly Suitability[], chosen: SubscriptionId | undefined): readonly Target[] {
  return candidates
    .filter((candidate) => candidate.suitable)
    .filter(({ subscription: { subscriptionId } }) => chosen === undefined || subscriptionId === chosen);
}

type Judging = { readonly until: Day; readonly choice: TelephonyChoice | undefined; readonly today: Day };

function suitabilityOf(subscription: Subscription, judging: Judging): Suitability {
  const { until, choice, today } = judging;
  const status = statusOn(today, subscription);
  const no = (reason: CandidateReason): Suitability => ({ subscription, suitable: false, reason });
  if (status !== 'active') return no(status === 'planned' ? 'not-started' : status);
  if (subscription.trial) return no('trial');
  if (choice !== undefined && isTelephonyMismatch({ subscription, choice, today })) return no('telephony-mismatch');
  const end = expectedEnd(subscription, today) ?? OPEN_END;
  if (end < until) return no('ends-too-soon');
  return hasSeatsPerKind(subscription) ? { subscription, suitable: true, end } : no('no-seats-per-kind');
}
