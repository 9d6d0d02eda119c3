import type { Severity } from '../findings/finding.ts';
import { byId } from '../ids.ts';
import { type DueAlert, dayOfFinding, peopleOfFinding } from './due-alert.ts';

const RANK: Readonly<Record<Severity, number>> = { critical: 0, warning: 1, info: 2 };

/**
 * A1. The order within a message: most severe first, a coming lock-out at its head (C7), then the earliest day, then the
 * most people. What has no date comes last within its severity.
 */
export function worstFirst(left: DueAlert, right: DueAlert): number {
  return (
    RANK[left.finding.severity] - RANK[right.finding.severity] ||
    Number(right.finding.kind === 'no-admin-left') - Number(left.finding.kind === 'no-admin-left') ||
    byId(dayOfFinding(left.finding) ?? '~', dayOfFinding(right.finding) ?? '~') ||
    peopleOfFinding(right.finding) - peopleOfFinding(left.finding) ||
    byId(left.identity.kind, right.identity.kind) ||
    byId(left.identity.subject, right.identity.subject)
  );
}
