import type { Finding } from '../findings/finding.ts';
import { subjectKey } from '../findings/finding.ts';
import { CHANNELS, type Channel } from '../recipients/recipient.ts';
import { matterKey, type Told, type ToldMatters } from './alert.ts';
import type { Listening } from './decide-alerts.ts';
import { type DueAlert, dueAlert } from './due-alert.ts';
import { isHeardBy } from './routing.ts';
import type { Situation } from './situation.ts';
import type { Snoozes } from './snooze.ts';
import { succeeds } from './succession.ts';

/** A5. The third rung is the second after the one that was told first. */
const RUNGS_BEFORE_ESCALATION = 3;

/** Why somebody who is asked last hears of a matter: nobody else acted on it, or there is nobody else. */
export type Reach = 'escalated' | 'nobody-else';

/**
 * A5. Whether a matter goes to the tenant's escalation recipients, too: two rungs have passed since it was first told, and
 * nobody who was told has said that it is being looked after. Acting on it ends it or makes it another matter (C6); putting it
 * off (A6) counts as long as it is put off and for two rungs after. At once where nobody else who can be reached hears of it.
 *
 * Opening the plan does not count: mail scanners open every link and press every button (S3).
 */
export function reachOf(
  finding: Finding,
  { situation, recipients }: { readonly situation: Situation; readonly recipients: readonly Listening[] },
): Reach | undefined {
  const others = recipients.filter(({ escalation }) => !escalation);
  if (!others.some((other) => canHear(other, finding, situation))) return 'nobody-else';
  const told = others.map((other) => ({ other, rungs: rungsTold(other, finding, situation) }));
  const isLookedAfter = told.some(({ other, rungs }) => isPutOff(other, finding, situation, rungs));
  return !isLookedAfter && told.some(({ rungs }) => rungs >= RUNGS_BEFORE_ESCALATION) ? 'escalated' : undefined;
}

function canHear({ channels, departments, recipientId }: Listening, finding: Finding, { picture }: Situation): boolean {
  const isReached = CHANNELS.some((channel) => channels[channel]?.delivery === 'confirmed');
  return isReached && !isAbout(finding, recipientId) && isHeardBy(departments, finding, picture);
}

/** A5. Whether a finding is about that very recipient: it is told to the others. */
export function isAbout({ subject }: Finding, recipientId: Listening['recipientId']): boolean {
  return typeof subject === 'object' && 'recipientId' in subject && subject.recipientId === recipientId;
}

/** How many rungs of the matter's present day somebody was told over one channel, the one that is due now included. */
function rungsTold(other: Listening, finding: Finding, situation: Situation): number {
  return Math.max(0, ...CHANNELS.map((channel) => rungsOver(channel, other, finding, situation)));
}

function rungsOver(
  channel: Channel,
  { told, snoozed = {}, recipientId, channels }: Listening,
  finding: Finding,
  situation: Situation,
): number {
  const known = told[channel] ?? {};
  const isReached = channels[channel]?.delivery === 'confirmed';
  const due = isReached ? dueAlert(finding, { situation, audience: { recipientId, channel }, told: known }) : undefined;
  if (due !== undefined) return rungsAfter(due, { told: known, snoozed });
  const own = known[keyOf(finding)];
  return own === undefined ? 0 : rungsOf(own);
}

type Known = { readonly told: ToldMatters; readonly snoozed: Snoozes };

/**
 * A5. How many rungs an audience has been told once it is told this one: one more of the same day, or of the matter that it came
 * from; the first one again where it was put off since the last.
 */
export function rungsAfter({ identity, finding }: DueAlert, { told, snoozed }: Known): number {
  const key = matterKey(identity);
  const own = told[key];
  const before = own?.on === identity.on ? own : Object.values(told).find((each) => succeeds(finding, each));
  const putOffAt = snoozed[key]?.at;
  return before === undefined || (putOffAt !== undefined && putOffAt > before.at) ? 1 : rungsOf(before) + 1;
}

/** What was told before rungs were counted was told at one. */
function rungsOf({ rungs = 1 }: Told): number {
  return rungs;
}

function isPutOff({ snoozed }: Listening, finding: Finding, { today }: Situation, rungs: number): boolean {
  const snooze = snoozed?.[keyOf(finding)];
  const on = 'on' in finding ? finding.on : undefined;
  if (snooze === undefined || (on !== undefined && snooze.on !== on)) return false;
  return today < snooze.until || rungs < RUNGS_BEFORE_ESCALATION;
}

function keyOf({ kind, subject }: Finding): string {
  return matterKey({ kind, subject: subjectKey(subject) });
}
