import type { Day } from '../days/day.ts';
import { type Finding, type FindingKind, subjectKey } from '../findings/finding.ts';
import type { Told } from './alert.ts';
import { dayOfFinding } from './due-alert.ts';
import { isSameMatter, succeeds } from './succession.ts';

/** A told matter that is no longer true; `nowOn` where it only comes later than was told. */
export type Solved = { readonly told: Told; readonly nowOn?: Day };

/** Kinds whose told day is a subscription's end: they may turn out to have been put off. */
const BY_END: readonly FindingKind[] = ['access-ends', 'renewal-ahead', 'renewal-unconfirmed', 'stranded'];

/**
 * C6. Whether what was told is over: nothing found says it still, in its old or its next shape, for the day that was
 * told. A day that came closer is not over; one that was put off is, and `nowOn` is the new one.
 */
export function solvedBy(findings: readonly Finding[], { told, today }: { readonly told: Told; readonly today: Day }): Solved | undefined {
  const holding = findings.filter((finding) => isSameMatter(told, finding) || succeeds(finding, told));
  const now = holding.map(dayOfFinding);
  if (now.some((day) => day === undefined || day <= told.on || day <= today)) return undefined;
  const nowOn = now[0] ?? putOffTo(findings, told);
  return { told, ...(nowOn !== undefined && { nowOn }) };
}

/** The later day on which the same subscription ends or renews now. */
function putOffTo(findings: readonly Finding[], told: Told): Day | undefined {
  if (!BY_END.includes(told.kind)) return undefined;
  const ahead = findings.filter(
    ({ kind, subject }) => (kind === 'access-ends' || kind === 'renewal-ahead') && subjectKey(subject) === told.subject,
  );
  return ahead.map(dayOfFinding).find((day) => day !== undefined && day > told.on);
}
