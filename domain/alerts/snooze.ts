import { addDays, type Day, daysBetween, earliestOf } from '../days/day.ts';
import type { Instant } from '../days/instant.ts';
import type { Finding } from '../findings/finding.ts';
import type { TenantPicture } from '../tenants/picture.ts';
import { type AlertIdentity, matterKey, matterKeyOf } from './alert.ts';
import { dayOfFinding, ladderOfFinding, peopleOfFinding } from './due-alert.ts';
import { rungOf } from './rungs.ts';

/** A6. A matter that a recipient has put off, for the day it was dated by: told again from `until` on. */
export type Snooze = { readonly on: Day; readonly until: Day; readonly reason: string; readonly at: Instant };

/** A6. Snoozed matters by `matterKey`. */
export type Snoozes = Readonly<Record<string, Snooze>>;

/** What has no date is told once; putting it off only says that somebody knows. */
const WITHOUT_A_DATE_DAYS = 30;

type Asked = { readonly finding: Finding; readonly picture: TenantPicture; readonly today: Day };

/**
 * A6. The latest day to which a matter may be put off: the day of its next rung but one, never later than the day before the
 * day it is dated by, and after today. None for what is critical, and where that leaves no day.
 *
 * @example Sales ends on 31 March, and today is 1 March, the step of 30 days: the next steps are 14 and 7 days before, so it may be
 * put off until 24 March. On 28 March it is critical, and cannot be put off.
 */
export function latestSnooze({ finding, picture, today }: Asked): Day | undefined {
  if (finding.severity === 'critical') return undefined;
  const on = dayOfFinding(finding);
  if (on === undefined || on <= today) return addDays(today, WITHOUT_A_DATE_DAYS);
  const latest = earliestOf([nextButOne({ finding, picture, today }, on), addDays(on, -1)]);
  return latest === undefined || latest <= today ? undefined : latest;
}

function nextButOne({ finding, picture, today }: Asked, on: Day): Day | undefined {
  const ladder = ladderOfFinding(finding, picture);
  const daysLeft = daysBetween({ from: today, to: on });
  const reached = rungOf({ daysLeft, ladder, peopleConcerned: peopleOfFinding(finding) }) ?? Number.POSITIVE_INFINITY;
  const rung = ladder.filter((each) => each < reached).toSorted((left, right) => right - left)[1];
  return rung === undefined ? undefined : addDays(on, -rung);
}

/**
 * A6. Whether a matter is put off today. Never where it is critical, and never for another day than the one it was put off for:
 * a moved end arms it again (C5).
 */
export function isSnoozed(
  snoozes: Snoozes,
  { identity, severity }: { readonly identity: Pick<AlertIdentity, 'kind' | 'subject' | 'on'>; readonly severity: Finding['severity'] },
  today: Day,
): boolean {
  const snooze = snoozes[matterKey(identity)];
  return severity !== 'critical' && snooze !== undefined && snooze.on === identity.on && today < snooze.until;
}

/** Whether a finding is the matter of that key. */
export function isMatter(finding: Finding, matter: string): boolean {
  return matterKeyOf(finding) === matter;
}
