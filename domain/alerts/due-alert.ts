import { type Day, daysBetween } from '../days/day.ts';
import type { Instant } from '../days/instant.ts';
import { type Finding, subjectKey, subscriptionIdOf } from '../findings/finding.ts';
import { subscriptionOf, type TenantPicture } from '../tenants/picture.ts';
import { type AlertIdentity, type Audience, matterKeyOf, type Told, type ToldMatters } from './alert.ts';
import { isTighter, ladderOf, type Rung, rungOf } from './rungs.ts';
import type { Situation } from './situation.ts';
import { isSameMatter, succeeds } from './succession.ts';

/** An alert that one audience should get now. */
export type DueAlert = {
  readonly identity: AlertIdentity;
  readonly finding: Finding;
  /** C2. Critical, and this audience has not heard of it as such. */
  readonly newlyCritical: boolean;
  /** A5. It is told because nobody who was told looks after it. */
  readonly escalated?: true;
};

/**
 * C4, C5. The alert that a finding makes due for one audience: the tightest rung reached, unless that or a tighter one
 * was told for the same day. Outside the morning only what is newly critical is due (C2); `info` never is.
 */
export function dueAlert(
  finding: Finding,
  { situation, audience, told }: { readonly situation: Situation; readonly audience: Audience; readonly told: ToldMatters },
): DueAlert | undefined {
  if (finding.severity === 'info') return undefined;
  const before = told[matterKeyOf(finding)];
  const on = dateOf(finding, before, situation);
  const rung = rungOn(finding, on, situation);
  if (rung === undefined || (before?.on === on && !isTighter(rung, before.rung))) return undefined;
  const newlyCritical = finding.severity === 'critical' && !isKnownAsCritical({ finding, on, told });
  if (!situation.morning && !newlyCritical) return undefined;
  const tenantId = situation.picture.tenant.tenantId;
  const subject = subjectKey(finding.subject);
  return { identity: { tenantId, kind: finding.kind, subject, on, rung, audience }, finding, newlyCritical };
}

/** C5. What remembers that an alert was told. */
export function toldOf({ identity, finding }: DueAlert, at: Instant): Told {
  const { kind, subject, on, rung } = identity;
  return { kind, subject, on, rung, severity: finding.severity, at };
}

/** The end a finding is dated by; for one without, the day it was first seen. */
function dateOf(finding: Finding, before: Told | undefined, { toolingTold, today }: Situation): Day {
  const day = dayOfFinding(finding);
  if (day !== undefined) return day;
  return (before ?? toolingTold[matterKeyOf(finding)])?.on ?? today;
}

/** The day a finding names, if it names one. */
export function dayOfFinding(finding: Finding): Day | undefined {
  return 'on' in finding ? finding.on : undefined;
}

/** The number of people a finding concerns; none where it is about terms or the tenant. */
export function peopleOfFinding(finding: Finding): number {
  return 'people' in finding ? finding.people.length : 0;
}

/** C4. The ladder that a finding's matter is warned by. */
export function ladderOfFinding({ kind, subject }: Finding, picture: TenantPicture): readonly number[] {
  const subscriptionId = subscriptionIdOf(subject);
  const subscription = subscriptionId && subscriptionOf(picture, subscriptionId);
  return ladderOf({ kind, subscription, tenant: picture.tenant });
}

/** C4. People without access are told of again and again, dated or not; everything else without a date once. */
function rungOn(finding: Finding, on: Day, { picture, today }: Situation): Rung | undefined {
  if (dayOfFinding(finding) === undefined && finding.kind !== 'stranded') return 'once';
  return rungOf({
    daysLeft: daysBetween({ from: today, to: on }),
    ladder: ladderOfFinding(finding, picture),
    // Repeated every day after the end is only what takes access: who is reduced can still work.
    peopleConcerned: finding.kind === 'reduced' ? 0 : peopleOfFinding(finding),
  });
}

/** Told as critical before, by this or the matter it came from, for the same day or an earlier one. */
function isKnownAsCritical({ finding, on, told }: { readonly finding: Finding; readonly on: Day; readonly told: ToldMatters }): boolean {
  return Object.values(told).some(
    (each) => each.severity === 'critical' && each.on <= on && (isSameMatter(each, finding) || succeeds(finding, each)),
  );
}
