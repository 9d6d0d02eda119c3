import type { DigestTexts, SolvedBrief } from './digest.ts';
import { wordsDe } from './words-de.ts';

const { counted, longDay, number, quoted, shortDay } = wordsDe;

const subscriptions = (count: number) => counted(count, { one: 'Subscription', other: 'Subscriptions' });
const people = (count: number) => counted(count, { one: 'Person', other: 'Personen' });

const solved = ({ name, count }: SolvedBrief) => {
  if (name === undefined) return counted(count, { one: 'Punkt', other: 'Punkte' });
  return count === 1 ? quoted(name) : `${quoted(name)} und ${number(count - 1)} weitere`;
};

/** German: what stands around the matters of a message. */
export const digestDe: DigestTexts = {
  subject: {
    worst: ({ severity, brief, others, tenant }) =>
      `${severity}: ${brief}${others === 0 ? '' : ` (+${number(others)} weitere)`} [${tenant}]`,
    solved: ({ tenant, ...over }) => `Erledigt: ${solved(over)} [${tenant}]`,
    watching: (tenant, watched) => `Lapsewatch: ${subscriptions(watched.subscriptions)}, ${people(watched.people)} im Blick [${tenant}]`,
  },
  heading: (tenant, today) => `Lapsewatch für ${tenant}${today === undefined ? '' : `, ${longDay(today)}`}`,
  furtherPeople: (count) => `und ${number(count)} weitere`,
  toDo: (advice) => `Was zu tun ist: ${advice}`,
  beforeLink:
    'Ein Klick öffnet den fertigen Plan: wer wohin kann und ob Platz ist. Nichts ändert sich, bevor es dort bestätigt wird; auch eine Verlängerung lässt sich dort eintragen.',
  furtherMatters: (count) =>
    `${counted(count, { one: 'weiterer Punkt steht', other: 'weitere Punkte stehen' })} nicht in dieser Nachricht.`,
  solvedHeading: 'ERLEDIGT',
  why: (tenant, hasLinks) =>
    `Sie bekommen diese Nachricht, weil Sie bei Lapsewatch als Empfänger für ${tenant} eingetragen sind.${hasLinks ? ' Die Links sind nur für Sie bestimmt: Bitte leiten Sie diese Nachricht nicht weiter.' : ''}`,
  heartbeat: ({ subscriptions: count, people: watched, stranded = 0, nobodyLosesAccessBefore: day }) => {
    const until = day === undefined ? 'soweit bekannt,' : `vor dem ${shortDay(day)}`;
    const lost = `${counted(stranded, { one: 'davon hat', other: 'davon haben' })} heute keinen Zugang`;
    const ahead = stranded === 0 ? `${until} verliert niemand den Zugang` : `${lost}, ${until} verliert ihn sonst niemand`;
    return `Im Blick: ${subscriptions(count)}, ${people(watched)}; ${ahead}.`;
  },
  auditHead: ({ number: newest, hash }) => `Audit-Kette: Nummer ${newest}, Hash ${hash}`,
  sms: {
    worst: ({ tenant, brief, others, solved: over }) => {
      const more = others === 0 ? '' : ` ${counted(others, { one: 'weiterer Punkt', other: 'weitere Punkte' })}.`;
      return `${tenant}: ${brief}.${more}${over.count === 0 ? '' : ` Erledigt: ${solved(over)}.`}`;
    },
    plan: 'Plan:',
    solved: (tenant, sentence, others) => `${tenant}: erledigt. ${sentence}${others === 0 ? '' : ` ${number(others)} weitere erledigt.`}`,
  },
};
