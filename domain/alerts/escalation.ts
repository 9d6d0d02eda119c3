import { type Day, daysBetween } from '../days/day.ts';
import type { Finding } from '../findings/finding.ts';
import { mayCarryOut } from '../recipients/may-act.ts';
import { CHANNELS, type Channel } from '../recipients/recipient.ts';
import { matterKey, matterKeyOf, type Told, type ToldMatters } from './alert.ts';
import type { Listening } from './decide-alerts.ts';
import { type DueAlert, dayOfFinding, dueAlert } from './due-alert.ts';
import { isHeardBy } from './routing.ts';
import { FIRST_SMS_RUNG } from './rungs.ts';
import type { Situation } from './situation.ts';
import type { Snoozes } from './snooze.ts';
import { succeeds } from './succession.ts';

/** A5. The third rung is the second after the one that was told first. */
const RUNGS_BEFORE_ESCALATION = 3;

/** Why somebody who is asked last hears of a matter: nobody else acted on it, or there is nobody else. */
export type Reach = 'escalated' | 'nobody-else';

type Asked = { readonly situation: Situation; readonly recipients: readonly Listening[] };

/**
 * A5. Whether a matter goes to the tenant's escalation recipients, too: two rungs have passed since it was first told, and
 * nobody who was told says that it is being looked after. Acting on it ends it or makes it another matter (C6); putting it off
 * (A6) holds it back as long as it lasts, by somebody who may act and can be reached, and never what is critical. At once where
 * nobody else who can be reached hears of it.
 *
 * Opening the plan does not count: mail scanners open every link and press every button (S3).
 */
export function reachOf(finding: Finding, { situation, recipients }: Asked): Reach | undefined {
  const hearing = recipients.filter((other) => !other.escalation && canHear(other, finding, situation));
  if (hearing.length === 0) return 'nobody-else';
  if (hearing.some((other) => looksAfter(other, finding, situation))) return undefined;
  return hearing.some((other) => rungsTold(other, finding, situation) >= RUNGS_BEFORE_ESCALATION) ? 'escalated' : undefined;
}

function canHear({ channels, departments, recipientId }: Listening, finding: Finding, { picture, today }: Situation): boolean {
  const isReached = channels.email?.delivery === 'confirmed' || (channels.sms?.delivery === 'confirmed' && goesBySms(finding, today));
  return isReached && !isAbout(finding, recipientId) && isHeardBy(departments, finding, picture);
}

/** A1. An SMS goes out only from the 14-day rung on, or for what is critical. */
function goesBySms(finding: Finding, today: Day): boolean {
  const on = dayOfFinding(finding);
  return finding.severity === 'critical' || (on !== undefined && daysBetween({ from: today, to: on }) <= FIRST_SMS_RUNG);
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
  const own = known[matterKeyOf(finding)];
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

/** A6. Has put it off, may act, and it is not critical by now. */
function looksAfter(other: Listening, finding: Finding, { picture, today }: Situation): boolean {
  const snooze = other.snoozed?.[matterKeyOf(finding)];
  const on = dayOfFinding(finding);
  if (snooze === undefined || finding.severity === 'critical' || (on !== undefined && snooze.on !== on)) return false;
  return today < snooze.until && mayCarryOut(other, picture.partners);
}
