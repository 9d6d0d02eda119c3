import type { Matter } from '../message.ts';
import type { Facts } from './facts.ts';
import { kindName } from './kind-name.ts';
import { TELEPHONY_NAMES } from './telephony-names.ts';
import { wordsDe } from './words-de.ts';

const { form, longDay, month, number, quoted, usageTypes } = wordsDe;

/** German: what is true about a matter besides its headline. */
export const factsDe: Facts = {
  losing: ({ people, admins }) => {
    if (admins === 0) return 'Agenten verlieren Agent Desktop.';
    return `Admins verlieren Control Hub, Connect und Engage${people > admins ? '; Agenten verlieren Agent Desktop' : ''}.`;
  },
  lost: ({ people, admins }) => {
    if (admins === 0) return 'Agenten haben keinen Zugriff auf Agent Desktop.';
    return `Admins haben keinen Zugriff auf Control Hub, Connect und Engage${people > admins ? ', Agenten keinen auf Agent Desktop' : ''}.`;
  },
  primary: ({ before, after }) =>
    after === undefined
      ? `Ab diesem Tag hat der Mandant keine primäre Subscription; bis dahin ist es ${quoted(before)}.`
      : `Ab diesem Tag ist ${quoted(after)} statt ${quoted(before)} die primäre Subscription und zahlt die Überschreitung bei Agenten, IVR und Connect.`,
  primaryNow: ({ before, after }) =>
    after === undefined
      ? `Seit diesem Tag hat der Mandant keine primäre Subscription mehr; bis dahin war es ${quoted(before)}.`
      : `Seit diesem Tag ist ${quoted(after)} statt ${quoted(before)} die primäre Subscription und zahlt die Überschreitung bei Agenten, IVR und Connect.`,
  escalated: 'An Sie eskaliert: Auch nach zwei weiteren Warnungen hat niemand gehandelt oder gesagt, dass sich jemand darum kümmert.',
  moveOn: ({ name, startsOn }) =>
    `Vor dem Beginn von ${quoted(name)} am ${longDay(startsOn)} kann keine andere Subscription sie aufnehmen: Ziehen Sie sie an diesem Tag um.`,
  cliff: (cliff) => falls(cliff, 'ab diesem Tag'),
  cliffNow: (cliff) => falls(cliff, 'seit diesem Tag'),
  gap: ({ people, resumesOn }) =>
    `Davon ${form(people, { one: 'bekommt 1 Person', other: `bekommen ${number(people)} Personen` })} später durch eine andere Subscription wieder Zugang, ${people === 1 ? 'am' : 'frühestens am'} ${longDay(resumesOn)}.`,
  kinds: (kinds) => `Was entfällt: ${kinds.map(kindName).join(', ')}.`,
  seats: ({ kind, committed, assigned }) => `${kindName(kind)}: ${number(assigned)} vergeben, ${number(committed)} zugesagt.`,
  telephony: ({ found, expected, chosenBy }) =>
    `Sie hat ${TELEPHONY_NAMES[found]}; der Mandant hat seit seiner ersten Subscription ${quoted(chosenBy)} ${TELEPHONY_NAMES[expected]}.`,
};

type Cliff = Required<Matter>['cliffs'][number];

function falls(cliff: Cliff, since: string): string {
  return `${usageTypes[cliff.type]}: ${since} ${number(cliff.after)} statt ${number(cliff.before)} zugesagt${costs(cliff)}.`;
}

/** Where nobody pays, no active subscription includes it. */
function costs({ use, paidBy }: Cliff): string {
  if (paidBy === undefined) return '';
  if (use === undefined) return `; eine Überschreitung zahlt ${quoted(paidBy)}`;
  const used = `die Nutzung im ${month(use.month)} (${number(use.used)})`;
  if (use.overage === 0) return `; ${used} ist damit noch abgedeckt`;
  return `; ${used} läge um ${number(use.overage)} darüber, und das zahlt ${quoted(paidBy)}`;
}
