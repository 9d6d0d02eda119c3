import { type Finding, type FindingKind, subjectKey } from '../findings/finding.ts';
import type { Told } from './alert.ts';

/**
 * What one kind of matter turns into when its day passes or somebody acts: the same people, the same subscription.
 * While a successor holds, what was told is not solved (C6), and the successor's alert takes the place of the old one.
 */
const SUCCESSORS: Readonly<Record<FindingKind, readonly FindingKind[]>> = {
  'access-ends': ['stranded', 'renewal-unconfirmed', 'move-not-confirmed'],
  'renewal-ahead': ['renewal-unconfirmed', 'access-ends', 'stranded'],
  'renewal-unconfirmed': ['stranded', 'move-not-confirmed'],
  stranded: ['renewal-unconfirmed', 'move-not-confirmed'],
  'move-not-confirmed': [],
  'no-admin-left': [],
  'admins-unknown': [],
  'dates-unknown': [],
  'telephony-mismatch': [],
  'over-assigned': [],
  'admin-on-standard': [],
  'coverage-gap': [],
  reduced: [],
  'dates-unconfirmed': [],
  'notice-deadline': [],
  waiting: [],
  'double-assignment': [],
  unassigned: [],
  'admin-without-licence': [],
  'primary-differs': [],
  'partner-read-only': [],
  'recipient-unreachable': [],
};

/** Whether a finding is the very matter that was told: the same kind about the same subject. */
export function isSameMatter(told: Told, finding: Finding): boolean {
  return told.kind === finding.kind && told.subject === subjectKey(finding.subject);
}

/** Whether a finding is what the told matter has turned into. */
export function succeeds(finding: Finding, told: Told): boolean {
  return SUCCESSORS[told.kind].includes(finding.kind) && told.subject === subjectKey(finding.subject);
}
