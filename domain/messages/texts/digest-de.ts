import type { DigestTexts } from './digest.ts';
import { wordsDe } from './words-de.ts';

const { counted, form, longDay, number, quoted, shortDay } = wordsDe;

const subscriptions = (count: number) => counted(count, { one: 'Subscription', other: 'Subscriptions' });
const people = (count: number) => counted(count, { one: 'Person', other: 'Personen' });

/** German: what stands around the matters of a message. */
export const digestDe: DigestTexts = {
  subject: {
    worst: ({ severity, brief, others, tenant }) => `${severity}: ${brief}${others === 0 ? '' : ` +${number(others)}`} [${tenant}]`,
    solved: ({ name, count, tenant }) =>
      `Erledigt: ${name === undefined ? counted(count, { one: 'Sache', other: 'Sachen' }) : `${quoted(name)}${count === 1 ? '' : ` +${number(count - 1)}`}`} [${tenant}]`,
    watching: (tenant, watched) => `Lapsewatch: ${subscriptions(watched.subscriptions)}, ${people(watched.people)} im Blick [${tenant}]`,
  },
  heading: (tenant, today) => `Lapsewatch für ${tenant}${today === undefined ? '' : `, ${longDay(today)}`}`,
  furtherPeople: (count) => `und ${number(count)} weitere`,
  toDo: (advice) => `Was zu tun ist: ${advice}`,
  beforeLink:
    'Ein Klick öffnet den fertigen Plan: wer wohin kann und ob Platz ist. Nichts ändert sich, bevor es dort bestätigt wird; auch eine Verlängerung lässt sich dort eintragen.',
  furtherMatters: (count) => `${counted(count, { one: 'weitere Sache steht', other: 'weitere Sachen stehen' })} nicht in dieser Nachricht.`,
  solvedHeading: 'ERLEDIGT',
  why: (tenant, hasLinks) =>
    `Sie bekommen diese Nachricht, weil Sie bei Lapsewatch als Empfänger für ${tenant} eingetragen sind.${hasLinks ? ' Die Links sind nur für Sie bestimmt: Bitte leiten Sie sie nicht weiter.' : ''}`,
  heartbeat: ({ subscriptions: count, people: watched, nobodyLosesAccessBefore: day }) =>
    `Im Blick: ${subscriptions(count)}, ${people(watched)}; ${day === undefined ? 'von niemandem ist ein Ende des Zugangs bekannt' : `vor dem ${shortDay(day)} verliert niemand den Zugang`}.`,
  sms: {
    worst: ({ tenant, brief, others }) =>
      `${tenant}: ${brief}.${others === 0 ? '' : ` ${number(others)} weitere ${form(others, { one: 'Sache', other: 'Sachen' })}.`}`,
    plan: 'Plan:',
    solved: (tenant, sentence, others) => `${tenant}: erledigt. ${sentence}${others === 0 ? '' : ` ${number(others)} weitere erledigt.`}`,
  },
};
