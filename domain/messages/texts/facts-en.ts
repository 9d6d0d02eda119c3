import type { Matter } from '../message.ts';
import type { Facts } from './facts.ts';
import { kindName } from './kind-name.ts';
import { TELEPHONY_NAMES } from './telephony-names.ts';
import { wordsEn } from './words-en.ts';

const { form, longDay, month, number, quoted, usageTypes } = wordsEn;

/** English: what is true about a matter besides its headline. */
export const factsEn: Facts = {
  losing: ({ people, admins }) => {
    if (admins === 0) return 'Agents lose Agent Desktop.';
    return `Admins lose Control Hub, Connect and Engage${people > admins ? '; agents lose Agent Desktop' : ''}.`;
  },
  lost: ({ people, admins }) => {
    if (admins === 0) return 'Agents cannot use Agent Desktop.';
    return `Admins cannot use Control Hub, Connect or Engage${people > admins ? '; agents cannot use Agent Desktop' : ''}.`;
  },
  primary: ({ before, after }) =>
    after === undefined
      ? `From that day the tenant has no primary subscription; until then it is ${quoted(before)}.`
      : `From that day ${quoted(after)} is the primary subscription instead of ${quoted(before)}, and is charged for overage of agents, IVR and Connect.`,
  primaryNow: ({ before, after }) =>
    after === undefined
      ? `Since that day the tenant has had no primary subscription; until then it was ${quoted(before)}.`
      : `Since that day ${quoted(after)} has been the primary subscription instead of ${quoted(before)}, and is charged for overage of agents, IVR and Connect.`,
  escalated: 'Escalated to you: two warnings later, none of those who were warned has acted or said that it is being looked after.',
  moveOn: ({ name, startsOn }) =>
    `No other subscription can take them before ${quoted(name)} starts on ${longDay(startsOn)}: move them on that day.`,
  cliff: (cliff) => falls(cliff, 'from that day'),
  cliffNow: (cliff) => falls(cliff, 'since that day'),
  gap: ({ people, resumesOn }) =>
    `${form(people, { one: '1 of them gets', other: `${number(people)} of them get` })} access again later, with another subscription, ${people === 1 ? 'on' : 'from'} ${longDay(resumesOn)}.`,
  kinds: (kinds) => `What is lost: ${kinds.map(kindName).join(', ')}.`,
  seats: ({ kind, committed, assigned }) => `${kindName(kind)}: ${number(assigned)} assigned, ${number(committed)} committed.`,
  telephony: ({ found, expected, chosenBy }) =>
    `It has ${TELEPHONY_NAMES[found]}; the tenant has had ${TELEPHONY_NAMES[expected]} since its first subscription, ${quoted(chosenBy)}.`,
};

type Cliff = Required<Matter>['cliffs'][number];

function falls(cliff: Cliff, since: string): string {
  return `${usageTypes[cliff.type]}: ${since} ${number(cliff.after)} committed instead of ${number(cliff.before)}${costs(cliff)}.`;
}

/** Where nobody pays, no active subscription includes it. */
function costs({ use, paidBy }: Cliff): string {
  if (paidBy === undefined) return '';
  const charged = `charged to ${quoted(paidBy)}`;
  if (use === undefined) return `; overage is ${charged}`;
  if (use.overage === 0) return `; the ${number(use.used)} used in ${month(use.month)} are still within that`;
  return `; of the ${number(use.used)} used in ${month(use.month)}, ${number(use.overage)} would be overage, ${charged}`;
}
