import type { Day } from '../days/day.ts';
import { type Finding, type FindingKind, subjectKey } from '../findings/finding.ts';
import type { Told } from './alert.ts';
import { dayOfFinding } from './due-alert.ts';
import { isSameMatter, succeeds } from './succession.ts';

/** A told matter that is no longer true; `nowOn` where it only comes later than was told. */
export type Solved = { readonly told: Told; readonly nowOn?: Day };

/** What a renewal that nobody had confirmed may have come to: another end, or another day on which it renews by itself. */
const RENEWED: readonly FindingKind[] = ['access-ends', 'renewal-ahead'];

/**
 * C6. Whether what was told is over: nothing found says it still, in its old or its next shape, for the day that was
 * told. A day that came closer is not over; one that was put off is, and `nowOn` is the new one.
 */
export function solvedBy(findings: readonly Finding[], { told, today }: { readonly told: Told; readonly today: Day }): Solved | undefined {
  const holding = findings.filter((finding) => isSameMatter(told, finding) || succeeds(finding, told));
  const now = holding.map(dayOfFinding);
  if (now.some((day) => day === undefined || day <= told.on || day <= today)) return undefined;
  const nowOn = putOffTo(findings, told);
  return { told, ...(nowOn !== undefined && { nowOn }) };
}

/**
 * The later day of what was put off, from a finding of the same kind: the renewal of what renews by itself is no later end of it
 * (D4), nor is an end a later renewal.
 */
function putOffTo(findings: readonly Finding[], told: Told): Day | undefined {
  const kinds = told.kind === 'renewal-unconfirmed' ? RENEWED : [told.kind];
  return findings
    .filter(({ kind, subject }) => kinds.includes(kind) && subjectKey(subject) === told.subject)
    .map(dayOfFinding)
    .find((day) => day !== undefined && day > told.on);
}
