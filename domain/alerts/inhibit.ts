import { type Finding, subjectKey } from '../findings/finding.ts';
import type { PersonId } from '../ids.ts';

/**
 * C7. The findings that are told, where several name the same people of one subscription: an unconfirmed renewal speaks
 * for those it strands, and an unconfirmed move for those at risk or stranded when everybody concerned is moving.
 * `no-admin-left` inhibits nothing and is inhibited by nothing.
 */
export function uninhibited(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => !findings.some((other) => inhibits(other, finding)));
}

function inhibits(other: Finding, finding: Finding): boolean {
  if (finding.kind !== 'stranded' && finding.kind !== 'access-ends') return false;
  if (subjectKey(other.subject) !== subjectKey(finding.subject)) return false;
  if (other.kind === 'renewal-unconfirmed') return finding.kind === 'stranded';
  return other.kind === 'move-not-confirmed' && isWithin(finding.people, other.people);
}

function isWithin(people: readonly PersonId[], those: readonly PersonId[]): boolean {
  const known = new Set(those);
  return people.every((personId) => known.has(personId));
}
