import type { Severity } from '../findings/finding.ts';
import { byId } from '../ids.ts';
import { type DueAlert, dayOfFinding, peopleOfFinding } from './due-alert.ts';

const RANK: Readonly<Record<Severity, number>> = { critical: 0, warning: 1, info: 2 };
const LAST = '~';

/**
 * A1. The order within a message: most severe first, then the earliest day, then the most people; what is told once and has
 * no day comes last. C7: a lock-out heads the subscription whose end brings it, which follows at once.
 */
export function worstFirst(alerts: readonly DueAlert[]): readonly DueAlert[] {
  const lockedOutOn = alerts.filter(isLockOut).map(dayOfAlert)[0];
  const rankOf = (alert: DueAlert) => (isWarnedByDay(alert) && dayOfAlert(alert) === lockedOutOn ? 0 : RANK[alert.finding.severity]);
  return alerts.toSorted(
    (left, right) =>
      rankOf(left) - rankOf(right) ||
      byId(dayOfAlert(left), dayOfAlert(right)) ||
      Number(isLockOut(right)) - Number(isLockOut(left)) ||
      peopleOfFinding(right.finding) - peopleOfFinding(left.finding) ||
      byId(left.identity.kind, right.identity.kind) ||
      byId(left.identity.subject, right.identity.subject),
  );
}

function isLockOut({ finding }: DueAlert): boolean {
  return finding.kind === 'no-admin-left';
}

function isWarnedByDay({ identity }: DueAlert): boolean {
  return identity.rung !== 'once';
}

/** People who are stranded by nobody knows what have been so since they were first seen. */
function dayOfAlert({ finding, identity }: DueAlert): string {
  return dayOfFinding(finding) ?? (identity.rung === 'once' ? LAST : identity.on);
}
