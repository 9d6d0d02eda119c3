import type { FindingKind } from '#domain/findings/finding.ts';

/** Every kind of finding; one that is missing does not compile. */
const EVERY: Readonly<Record<FindingKind, true>> = {
  'access-ends': true,
  'renewal-ahead': true,
  'renewal-unconfirmed': true,
  stranded: true,
  'no-admin-left': true,
  'admins-unknown': true,
  'dates-unknown': true,
  'telephony-mismatch': true,
  'over-assigned': true,
  'admin-on-standard': true,
  'move-not-confirmed': true,
  'coverage-gap': true,
  reduced: true,
  'dates-unconfirmed': true,
  'notice-deadline': true,
  waiting: true,
  'double-assignment': true,
  unassigned: true,
  'admin-without-licence': true,
  'primary-differs': true,
  'partner-read-only': true,
  'recipient-unreachable': true,
};

export const FINDING_KINDS: readonly FindingKind[] = Object.keys(EVERY).filter((kind): kind is FindingKind => kind in EVERY);
