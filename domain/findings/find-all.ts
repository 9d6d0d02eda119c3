import { type Day, OPEN_END } from '../days/day.ts';
import { byId } from '../ids.ts';
import type { TenantPicture } from '../tenants/picture.ts';
import { accessEnds } from './access-ends.ts';
import { adminOnStandard } from './admin-on-standard.ts';
import { coverageGap } from './coverage-gap.ts';
import { datesUnconfirmed } from './dates-unconfirmed.ts';
import { datesUnknown } from './dates-unknown.ts';
import { doubleAssignment } from './double-assignment.ts';
import { type Finding, type Severity, subjectKey } from './finding.ts';
import { moveNotConfirmed } from './move-not-confirmed.ts';
import { noAdminLeft } from './no-admin-left.ts';
import { noticeDeadline } from './notice-deadline.ts';
import { overAssigned } from './over-assigned.ts';
import { type Overview, overviewOf } from './overview.ts';
import { partnerReadOnly } from './partner-read-only.ts';
import { primaryDiffers } from './primary-differs.ts';
import { recipientUnreachable } from './recipient-unreachable.ts';
import { reduced } from './reduced.ts';
import { renewalAhead } from './renewal-ahead.ts';
import { renewalUnconfirmed } from './renewal-unconfirmed.ts';
import { stranded } from './stranded.ts';
import { telephonyMismatch } from './telephony-mismatch.ts';
import { unassigned } from './unassigned.ts';
import { waiting } from './waiting.ts';

const RULES: readonly ((overview: Overview) => readonly Finding[])[] = [
  accessEnds,
  renewalAhead,
  renewalUnconfirmed,
  stranded,
  noAdminLeft,
  datesUnknown,
  telephonyMismatch,
  overAssigned,
  adminOnStandard,
  moveNotConfirmed,
  coverageGap,
  reduced,
  datesUnconfirmed,
  noticeDeadline,
  waiting,
  doubleAssignment,
  unassigned,
  primaryDiffers,
  partnerReadOnly,
  recipientUnreachable,
];

/**
 * Everything that is true about a tenant on a day and that somebody should know: most severe first, then the earliest day
 * (what has none last), then by subject. The same picture gives the same findings, in whatever order its lists come.
 *
 * D22. Flex and Flex 3 may stand side by side, and hybrid deployments work, too: no rule looks at either.
 *
 * @example Flex beside Flex 3, one of them hybrid: nothing is found.
 */
export function findingsOf({ picture, today }: { readonly picture: TenantPicture; readonly today: Day }): readonly Finding[] {
  return findingsIn(overviewOf({ picture, today }));
}

/** The same of a picture that was read already. */
export function findingsIn(overview: Overview): readonly Finding[] {
  return RULES.flatMap((rule) => rule(overview)).toSorted(bySeverityThenDay);
}

const RANKS: Readonly<Record<Severity, number>> = { critical: 0, warning: 1, info: 2 };

function bySeverityThenDay(left: Finding, right: Finding): number {
  return (
    RANKS[left.severity] - RANKS[right.severity] ||
    byId(dayOfFinding(left), dayOfFinding(right)) ||
    byId(subjectKey(left.subject), subjectKey(right.subject)) ||
    byId(left.kind, right.kind)
  );
}

function dayOfFinding(finding: Finding): string {
  return 'on' in finding && finding.on !== undefined ? finding.on : OPEN_END;
}
