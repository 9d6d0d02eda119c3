import type { SolvedMatter } from '../message.ts';
import type { SolvedTexts } from './solved.ts';
import { wordsDe } from './words-de.ts';

const { longDay, named } = wordsDe;

const putOff = ({ subscription, on, nowOn }: SolvedMatter, verb: string, otherwise: string) => {
  if (nowOn === undefined) return otherwise;
  return `Die Subscription ${named(subscription)} ${verb} jetzt am ${longDay(nowOn)}${on === undefined ? '' : ` statt am ${longDay(on)}`}.`;
};
const at = ({ subscription }: SolvedMatter) => (subscription === undefined ? '' : ` der Subscription ${named(subscription)}`);

/** German: what is no longer true. */
export const solvedDe: SolvedTexts = {
  'access-ends': (matter) =>
    putOff(matter, 'endet', `Mit der Subscription ${named(matter.subscription)} verliert niemand mehr den Zugang.`),
  'renewal-ahead': (matter) =>
    putOff(matter, 'verlängert sich', `Die Verlängerung der Subscription ${named(matter.subscription)} muss nicht mehr geprüft werden.`),
  'renewal-unconfirmed': ({ subscription, nowOn }) =>
    nowOn === undefined
      ? `Die Verlängerung der Subscription ${named(subscription)} ist geklärt.`
      : `Die Subscription ${named(subscription)} ist bis zum ${longDay(nowOn)} verlängert.`,
  stranded: (matter) => `Niemand mit Lizenz${at(matter)} ist noch ohne Zugang.`,
  'no-admin-left': ({ nowOn }) =>
    nowOn === undefined
      ? 'Es gibt einen Admin mit vollen Rechten, der Zugang hat.'
      : `Der letzte Admin mit vollen Rechten verliert den Zugang erst am ${longDay(nowOn)}.`,
  'admins-unknown': () => 'Ein Admin mit vollen Rechten und Lizenz ist bekannt.',
  'dates-unknown': (matter) => `Die Laufzeit${at(matter)} fehlt nicht mehr.`,
  'telephony-mismatch': (matter) => `Die Telefonieoption${at(matter)} weicht nicht mehr von der des Mandanten ab.`,
  'over-assigned': (matter) => `Für alle mit einer Lizenz${at(matter)} gibt es genug Plätze.`,
  'admin-on-standard': (matter) => `Kein Admin ist mehr auf eine Standard-Lizenz${at(matter)} angewiesen.`,
  'move-not-confirmed': (matter) => `Der Umzug aus der Subscription ${named(matter.subscription)} ist geklärt.`,
  'coverage-gap': (matter) => `Nach dem Ende der Subscription ${named(matter.subscription)} bleibt niemand mehr vorübergehend ohne Zugang.`,
  reduced: (matter) =>
    putOff(matter, 'endet', `Mit der Subscription ${named(matter.subscription)} verliert niemand mehr einen Teil seiner Lizenzen.`),
  'dates-unconfirmed': (matter) => `Die Laufzeit${at(matter)} ist bestätigt.`,
  'notice-deadline': ({ subscription, nowOn }) =>
    nowOn === undefined
      ? `Über eine Kündigung der Subscription ${named(subscription)} muss nicht mehr entschieden werden.`
      : `Die Subscription ${named(subscription)} lässt sich jetzt bis zum ${longDay(nowOn)} kündigen oder neu verhandeln.`,
  waiting: (matter) => `Niemand wartet mehr auf den Beginn der Subscription ${named(matter.subscription)}.`,
  'double-assignment': () => 'Niemand hat mehr zwei Zugangslizenzen.',
  unassigned: () => 'Außer Admins ist niemand mehr ohne Lizenz.',
  'admin-without-licence': () => 'Kein Admin ist mehr ohne Lizenz.',
  'primary-differs': () => 'Die primäre Subscription ist die älteste aktive.',
  'partner-read-only': () => 'Kein Partner hat mehr nur Lesezugriff.',
  'recipient-unreachable': ({ recipient, channel }) =>
    `${recipient === undefined ? 'Der Empfänger' : named(recipient)} erhält wieder ${channel === 'sms' ? 'SMS' : 'E-Mails'}.`,
};
