import { addDays, type Day, earliestOf, latestOf, OPEN_END } from '../days/day.ts';
import { byId } from '../ids.ts';
import { byRankThenId, isFullAdmin, type Person } from '../people/person.ts';
import { endsOn } from '../subscriptions/status.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { TenantPicture } from '../tenants/picture.ts';
import { accessAssignmentsOf } from './covered-through.ts';
import { spanOf } from './spans.ts';

/** D11. Whether somebody can repair things in Control Hub; `on` is the first day on which none of `admins` is covered. */
export type LockOut =
  | { readonly lockOut: 'none' }
  | { readonly lockOut: 'admins-unknown' }
  | { readonly lockOut: 'no-admin-left'; readonly on: Day; readonly admins: readonly Person[] };

type Asked = { readonly picture: TenantPicture; readonly today: Day };

/**
 * D11. Looks for a day, from today to the widest rung, on which no full admin is covered. Only full admins with an assignment
 * are judged (inactive people are not counted); where there is none, nobody can say. A subscription without dates is never
 * the reason: it has its own finding. A lock-out that holds already is dated by the day it began.
 *
 * @example Ada is the only full admin, and assigned to what ends on 1 January 2027: from 3 October 2026, 90 days before, that
 * is critical. With a second full admin on a subscription that goes on it is not.
 */
export function lockOutOf({ picture, today }: Asked): LockOut {
  const admins = picture.people.filter(isJudged).toSorted(byRankThenId);
  if (admins.length === 0) return { lockOut: 'admins-unknown' };
  const first = firstDayOf(picture.subscriptions, today);
  const on = firstUncovered({ first, runs: runsOf({ admins, subscriptions: picture.subscriptions, first, today }), today });
  const widest = addDays(today, Math.max(0, ...picture.tenant.ladder));
  return on === undefined || on > widest ? { lockOut: 'none' } : { lockOut: 'no-admin-left', on, admins };
}

function isJudged(person: Person): boolean {
  return person.status !== 'inactive' && isFullAdmin(person) && person.assignments.length > 0;
}

/** The first day on which the tenant had, or will have, a subscription: before it there was nothing to be locked out of. */
function firstDayOf(subscriptions: readonly Subscription[], today: Day): Day {
  const starts = subscriptions.map((subscription) =>
    spanOf(subscription, today) === undefined ? undefined : subscription.terms?.startsOn,
  );
  return earliestOf(starts) ?? today;
}

/** Days without a gap on which one of the admins is covered; `until` is the first day after them. */
type Run = { readonly from: Day; readonly until: Day };
type Admins = {
  readonly admins: readonly Person[];
  readonly subscriptions: readonly Subscription[];
  readonly first: Day;
  readonly today: Day;
};

function runsOf({ admins, subscriptions, first, today }: Admins): readonly Run[] {
  const held = new Set(admins.flatMap(accessAssignmentsOf).map(({ subscriptionId }) => subscriptionId));
  return subscriptions
    .filter(({ subscriptionId }) => held.has(subscriptionId))
    .map((subscription) => runOf({ subscription, first, today }))
    .filter((run) => run !== undefined)
    .toSorted((left, right) => byId(left.from, right.from));
}

/** As far as one subscription covers, the past included. Without dates it is taken to go on, up to a suspension that was seen. */
function runOf({
  subscription,
  first,
  today,
}: {
  readonly subscription: Subscription;
  readonly first: Day;
  readonly today: Day;
}): Run | undefined {
  if (subscription.terms === undefined) return { from: first, until: endsOn(subscription) ?? OPEN_END };
  return spanOf(subscription, today);
}

/** The first day of the first gap that is not over by today; a gap that nothing closes is never over. */
function firstUncovered({
  first,
  runs,
  today,
}: {
  readonly first: Day;
  readonly runs: readonly Run[];
  readonly today: Day;
}): Day | undefined {
  let uncovered = first;
  for (const { from, until } of runs) {
    if (from > uncovered && from > today) return uncovered;
    uncovered = latestOf([uncovered, until]) ?? until;
  }
  return uncovered === OPEN_END ? undefined : uncovered;
}
