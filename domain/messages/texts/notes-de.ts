import type { Matter } from '../message.ts';
import type { Notes } from './headlines.ts';
import { wordsDe } from './words-de.ts';

const { form, longDay, named, quoted, shortDay, when, who } = wordsDe;

const name = ({ subscription }: Matter) => quoted(subscription?.name ?? 'Subscription');
const lose = ({ people }: Matter) => form(people, { one: 'verliert', other: 'verlieren' });
const have = ({ people }: Matter) => form(people, { one: 'hat', other: 'haben' });
const keep = ({ people }: Matter) => form(people, { one: 'behält', other: 'behalten' });
const hasEnded = ({ daysLeft }: Matter) => daysLeft !== undefined && daysLeft <= 0;

/** German: what is worth knowing, in one sentence. */
export const notesDe: Notes = {
  'coverage-gap': {
    brief: (matter, soon) => `${name(matter)} endet${soon}: ${who(matter)} vorübergehend ohne Zugang`,
    full: (matter) =>
      `Die Subscription ${named(matter.subscription)} endet${when(matter)}: ${who(matter)} ${have(matter)} dann keinen Zugang, bis die nächste Subscription beginnt${resumed(matter)}.`,
  },
  reduced: {
    brief: (matter, soon) =>
      hasEnded(matter)
        ? `${name(matter)} endete${soon}: ${who(matter)} ${have(matter)} Lizenzen verloren`
        : `${name(matter)} endet${soon}: ${who(matter)} ${lose(matter)} Lizenzen, nicht den Zugang`,
    full: (matter) =>
      hasEnded(matter)
        ? `Die Subscription ${named(matter.subscription)} endete${when(matter)}: ${who(matter)} ${have(matter)} damit einen Teil der Lizenzen verloren.`
        : `Die Subscription ${named(matter.subscription)} endet${when(matter)}: ${who(matter)} ${lose(matter)} damit einen Teil der Lizenzen, ${keep(matter)} aber den Zugang.`,
  },
  'dates-unconfirmed': {
    brief: (matter) => `Laufzeit von ${name(matter)} lange nicht bestätigt`,
    full: (matter) =>
      `Die Laufzeit der Subscription ${named(matter.subscription)} wurde ${matter.confirmedOn === undefined ? 'seit mehr als 90 Tagen nicht' : `zuletzt am ${longDay(matter.confirmedOn)}`} bestätigt.`,
  },
  'notice-deadline': {
    brief: (matter, soon) => `${name(matter)}: Kündigungsfrist endet${soon}`,
    full: (matter) =>
      `Die Frist, um die Subscription ${named(matter.subscription)} zu kündigen oder neu zu verhandeln, endet${when(matter)}.${expiry(matter)}`,
  },
  waiting: {
    brief: (matter, soon) => `${who(matter)} ohne Zugang, bis ${name(matter)}${soon} beginnt`,
    full: (matter) =>
      `${who(matter)} ${form(matter.people, { one: 'bekommt', other: 'bekommen' })} erst Zugang, wenn die Subscription ${named(matter.subscription)} beginnt${begins(matter)}.`,
  },
  'double-assignment': {
    brief: (matter) => `${who(matter)} mit mehr als einer Zugangslizenz`,
    full: (matter) => `${who(matter)} ${have(matter)} mehr als eine Zugangslizenz.`,
  },
  unassigned: {
    brief: (matter) => `${who(matter)} ohne Lizenz`,
    full: (matter) => `${who(matter)} ${have(matter)} in keiner Subscription eine Lizenz.`,
  },
  'admin-without-licence': {
    brief: (matter) => `${who(matter)} ohne Lizenz`,
    full: (matter) =>
      `${who(matter)} ${have(matter)} in keiner Subscription eine Lizenz. Woher der Zugang kommt und wann er endet, lässt sich nicht sagen.`,
  },
  'primary-differs': {
    brief: ({ primaryShown }) =>
      `Primäre Subscription${primaryShown === undefined ? '' : ` ${quoted(primaryShown.shown)}`} ist nicht die älteste`,
    full: ({ primaryShown }) =>
      primaryShown === undefined
        ? 'Der Control Hub zeigt eine andere primäre Subscription als die älteste aktive.'
        : `Der Control Hub zeigt ${quoted(primaryShown.shown)} als primäre Subscription, obwohl ${quoted(primaryShown.oldest)} die älteste aktive ist.`,
  },
  'partner-read-only': {
    brief: ({ partners = [] }) => `Partner nur mit Lesezugriff${partners[0] === undefined ? '' : `: ${quoted(partners[0])}`}`,
    full: ({ partners = [] }) =>
      `Als Bereitstellungsadministrator kann ein Partner den Mandanten nur ansehen und nichts ändern${partners.length === 0 ? '' : `. Das betrifft ${partners.map(quoted).join(', ')}`}.`,
  },
  'recipient-unreachable': {
    brief: ({ recipient, unreached }) => `${quoted(recipient?.name ?? '?')} erhält keine ${kindDe(unreached)}`,
    full: ({ recipient, unreached }) =>
      `${recipient === undefined ? 'Ein Empfänger' : named(recipient)} erhält keine ${kindDe(unreached)} von Lapsewatch: Die ${unreached?.channel === 'sms' ? 'Nummer' : 'Adresse'} ${unreached?.delivery === 'gone' ? 'wurde abgemeldet' : 'ist noch nicht bestätigt'}.`,
  },
};

function kindDe(unreached: Matter['unreached']): string {
  return unreached?.channel === 'sms' ? 'SMS' : 'E-Mails';
}

function resumed({ gap }: Matter): string {
  return gap === undefined ? '' : `, frühestens am ${longDay(gap.resumesOn)}`;
}

function begins(matter: Matter): string {
  return when(matter) === '' ? '' : `:${when(matter)}`;
}

function expiry({ notice }: Matter): string {
  if (notice === undefined) return '';
  return notice.renews
    ? ` Die Subscription soll sich am ${shortDay(notice.expiresOn)} automatisch verlängern.`
    : ` Die Subscription läuft am ${shortDay(notice.expiresOn)} aus.`;
}
