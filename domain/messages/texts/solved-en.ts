import type { SolvedMatter } from '../message.ts';
import type { SolvedTexts } from './solved.ts';
import { wordsEn } from './words-en.ts';

const { longDay, named } = wordsEn;

const putOff = ({ subscription, on, nowOn }: SolvedMatter, verb: string, otherwise: string) => {
  if (nowOn === undefined) return otherwise;
  return `Subscription ${named(subscription)} now ${verb} on ${longDay(nowOn)}${on === undefined ? '' : ` instead of ${longDay(on)}`}.`;
};
const at = ({ subscription }: SolvedMatter) => (subscription === undefined ? '' : ` of subscription ${named(subscription)}`);

/** English: what is no longer true. */
export const solvedEn: SolvedTexts = {
  'access-ends': (matter) => putOff(matter, 'ends', `Nobody loses access with subscription ${named(matter.subscription)} any more.`),
  'renewal-ahead': (matter) =>
    putOff(matter, 'renews', `The renewal of subscription ${named(matter.subscription)} needs no check any more.`),
  'renewal-unconfirmed': ({ subscription, nowOn }) =>
    nowOn === undefined
      ? `The renewal of subscription ${named(subscription)} is settled.`
      : `Subscription ${named(subscription)} has been renewed until ${longDay(nowOn)}.`,
  stranded: (matter) => `Nobody with a licence${at(matter)} is without access any more.`,
  'no-admin-left': ({ nowOn }) =>
    nowOn === undefined ? 'There is a full admin with access.' : `The last full admin now loses access only on ${longDay(nowOn)}.`,
  'admins-unknown': () => 'A full admin who holds a licence is known.',
  'dates-unknown': (matter) => `The dates${at(matter)} are no longer missing.`,
  'telephony-mismatch': (matter) => `The telephony option${at(matter)} no longer differs from the tenant’s.`,
  'over-assigned': (matter) => `There are enough seats for everybody who holds a licence${at(matter)}.`,
  'admin-on-standard': (matter) => `No admin depends on a standard licence${at(matter)} any more.`,
  'move-not-confirmed': (matter) => `The move of people away from subscription ${named(matter.subscription)} is settled.`,
  'coverage-gap': (matter) => `Nobody is without access for a while any more after subscription ${named(matter.subscription)} ends.`,
  reduced: (matter) => putOff(matter, 'ends', `Nobody loses a licence kind with subscription ${named(matter.subscription)} any more.`),
  'dates-unconfirmed': (matter) => `The dates${at(matter)} have been confirmed.`,
  'notice-deadline': ({ subscription, nowOn }) =>
    nowOn === undefined
      ? `Notice for subscription ${named(subscription)} needs no decision any more.`
      : `Subscription ${named(subscription)} can now be cancelled or renegotiated until ${longDay(nowOn)}.`,
  waiting: (matter) => `Nobody waits for subscription ${named(matter.subscription)} to start any more.`,
  'double-assignment': () => 'Nobody holds two access licences any more.',
  unassigned: () => 'Nobody but admins is without a licence any more.',
  'admin-without-licence': () => 'No admin is without a licence any more.',
  'primary-differs': () => 'The primary subscription is the oldest active one.',
  'partner-read-only': () => 'No partner has read-only access any more.',
  'recipient-unreachable': ({ recipient, channel }) =>
    `${recipient === undefined ? 'The recipient' : named(recipient)} gets ${channel === 'sms' ? 'SMS' : 'e-mails'} again.`,
};
