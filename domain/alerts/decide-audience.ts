import type { Finding } from '../findings/finding.ts';
import { byId } from '../ids.ts';
import type { Audience, ToldMatters } from './alert.ts';
import { type DueAlert, dueAlert } from './due-alert.ts';
import { identityKey } from './identity.ts';
import { hasPassed } from './passed.ts';
import { remembered } from './remembered.ts';
import type { Situation, Telling } from './situation.ts';
import { isSnoozed, type Snoozes } from './snooze.ts';
import { type Solved, solvedBy } from './solved.ts';
import { isSameMatter } from './succession.ts';
import { worstFirst } from './worst-first.ts';

/** Somebody or something that is told, what it was told so far, and what limits it. */
export type Listener<Heard extends Audience> = {
  readonly audience: Heard;
  readonly told: ToldMatters;
  /** A6. What was put off; nothing critical is. */
  readonly snoozed: Snoozes;
  readonly hears: (finding: Finding) => boolean;
  /** A5. Whether a matter is told because nobody else looks after it. */
  readonly isEscalated: (finding: Finding) => boolean;
  readonly mayTell: (alert: DueAlert) => boolean;
  /** C2, C6. Whether solved matters may be told when no alert is: an e-mail wakes nobody, an SMS waits for the morning. */
  readonly maySolve: boolean;
  /** Alerts, and solved matters, told at once at most. */
  readonly most: { readonly alerts: number; readonly solved: number };
};

/** What one audience is told by one check. */
export type AudienceDecision<Heard extends Audience = Audience> = {
  readonly audience: Heard;
  /** Most severe first. */
  readonly alerts: readonly DueAlert[];
  /** C3. How many more are due than one message takes; they stay due. */
  readonly more: number;
  readonly solved: readonly Solved[];
  /** What the audience has been told after this; without the links of the new alerts. */
  readonly told: ToldMatters;
  /** Whether `told` differs from what it was. */
  readonly changed: boolean;
};

/** C4 to C7 for one audience: which alerts are due, what is solved, and what it knows afterwards. */
export function decideAudience<Heard extends Audience>(telling: Telling, listener: Listener<Heard>): AudienceDecision<Heard> {
  const { audience, told } = listener;
  const { known, fresh } = dueAlerts(telling, listener);
  const alerts = fresh.slice(0, listener.most.alerts);
  const over = solvedMatters(telling, told);
  const ripe = over.filter((each) => !isToBeWarnedOfAnew(each, telling, listener));
  const solved = alerts.length > 0 || listener.maySolve ? ripe.slice(0, listener.most.solved) : [];
  const after = remembered({ telling, told, snoozed: listener.snoozed, news: [...alerts, ...known], over, solved });
  const changed = Object.keys(told).length !== Object.keys(after).length || Object.keys(told).some((key) => told[key] !== after[key]);
  return { audience, alerts, more: fresh.length - alerts.length, solved, told: after, changed };
}

/**
 * C5. The alerts that are due, worst first, apart from those that exist already: these are remembered and not told again.
 * Of the ones without a date, which were told, solved and came back on one day, the next day's check tells again.
 */
function dueAlerts<Heard extends Audience>(telling: Telling, { audience, told, snoozed, hears, isEscalated, mayTell }: Listener<Heard>) {
  const due = telling.tellable
    .filter(hears)
    .map((finding) => dueAlert(finding, { situation: telling, audience, told }))
    .filter((alert) => alert !== undefined)
    .filter(({ identity, finding: { severity } }) => !isSnoozed(snoozed, { identity, severity }, telling.today))
    .filter(mayTell)
    .map((alert) => (isEscalated(alert.finding) ? { ...alert, escalated: true as const } : alert));
  const exists = ({ identity }: DueAlert) => telling.alreadyTold.has(identityKey(identity));
  return {
    fresh: worstFirst(due.filter((alert) => !exists(alert))),
    known: due.filter((alert) => exists(alert) && alert.identity.rung !== 'once'),
  };
}

/**
 * C2. Put off, but not far enough: its next rung waits for the morning, and so does the word that it is put off. Otherwise
 * "solved" would be all that somebody hears of what ends in two days.
 */
function isToBeWarnedOfAnew<Heard extends Audience>(solved: Solved, telling: Telling, { audience, told }: Listener<Heard>): boolean {
  if (telling.morning || solved.nowOn === undefined) return false;
  const tomorrow = { situation: { ...telling, morning: true }, audience, told };
  return telling.tellable.some((finding) => isSameMatter(solved.told, finding) && dueAlert(finding, tomorrow) !== undefined);
}

/** C6. What was told and is over, in order of matter: the table does not keep the order of a map. */
function solvedMatters({ findings, picture, today }: Situation, told: ToldMatters): readonly Solved[] {
  return Object.entries(told)
    .toSorted(([left], [right]) => byId(left, right))
    .filter(([, each]) => !hasPassed(each, { findings, picture, today }))
    .map(([, each]) => solvedBy(findings, { told: each, today }))
    .filter((solved) => solved !== undefined);
}
