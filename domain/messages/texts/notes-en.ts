import type { Matter } from '../message.ts';
import type { Notes } from './headlines.ts';
import { wordsEn } from './words-en.ts';

const { form, longDay, named, quoted, shortDay, when, who } = wordsEn;

const name = ({ subscription }: Matter) => quoted(subscription?.name ?? 'Subscription');
const lose = ({ people }: Matter) => form(people, { one: 'loses', other: 'lose' });
const hold = ({ people }: Matter) => form(people, { one: 'holds', other: 'hold' });
const keep = ({ people }: Matter) => form(people, { one: 'keeps', other: 'keep' });
const hasEnded = ({ daysLeft }: Matter) => daysLeft !== undefined && daysLeft <= 0;

/** English: what is worth knowing, in one sentence. */
export const notesEn: Notes = {
  'coverage-gap': {
    brief: (matter, soon) => `${who(matter)} without access for a while after ${name(matter)} ends${soon}`,
    full: (matter) =>
      `Subscription ${named(matter.subscription)} ends${when(matter)}: ${who(matter)} ${lose(matter)} access until the next subscription starts${resumed(matter)}.`,
  },
  reduced: {
    brief: (matter, soon) =>
      hasEnded(matter)
        ? `${name(matter)} ended${soon}: ${who(matter)} lost some of their licences`
        : `${name(matter)} ends${soon}: ${who(matter)} ${lose(matter)} licences, not access`,
    full: (matter) =>
      hasEnded(matter)
        ? `Subscription ${named(matter.subscription)} ended${when(matter)}: ${who(matter)} lost some of their licences with it.`
        : `Subscription ${named(matter.subscription)} ends${when(matter)}: ${who(matter)} ${lose(matter)} some of their licences with it, but ${keep(matter)} access.`,
  },
  'dates-unconfirmed': {
    brief: (matter) => `Dates of ${name(matter)} not confirmed for a long time`,
    full: (matter) =>
      `Nobody has confirmed the dates of subscription ${named(matter.subscription)} ${matter.confirmedOn === undefined ? 'for more than 90 days' : `since ${longDay(matter.confirmedOn)}`}.`,
  },
  'notice-deadline': {
    brief: (matter, soon) => `${name(matter)}: last day to cancel or renegotiate${soon}`,
    full: (matter) =>
      `The last day to cancel or renegotiate subscription ${named(matter.subscription)} is${when(matter)}.${expiry(matter)}`,
  },
  waiting: {
    brief: (matter, soon) => `${who(matter)} without access until ${name(matter)} starts${soon}`,
    full: (matter) =>
      `${who(matter)} ${form(matter.people, { one: 'gets', other: 'get' })} access only when subscription ${named(matter.subscription)} starts${when(matter)}.`,
  },
  'double-assignment': {
    brief: (matter) => `${who(matter)} with more than one access licence`,
    full: (matter) => `${who(matter)} ${hold(matter)} more than one access licence.`,
  },
  unassigned: {
    brief: (matter) => `${who(matter)} without a licence`,
    full: (matter) => `${who(matter)} ${hold(matter)} no licence of any subscription.`,
  },
  'admin-without-licence': {
    brief: (matter) => `${who(matter)} without a licence`,
    full: (matter) =>
      `${who(matter)} ${hold(matter)} no licence of any subscription: where the access comes from, and when it ends, cannot be told.`,
  },
  'primary-differs': {
    brief: ({ primaryShown }) =>
      `Primary ${primaryShown === undefined ? 'subscription' : quoted(primaryShown.shown)} is not the oldest subscription`,
    full: ({ primaryShown }) =>
      primaryShown === undefined
        ? 'Control Hub shows another primary subscription than the oldest active one.'
        : `Control Hub shows ${quoted(primaryShown.shown)} as the primary subscription, although ${quoted(primaryShown.oldest)} is the oldest active one.`,
  },
  'partner-read-only': {
    brief: ({ partners = [] }) => `Partner with read-only access${partners[0] === undefined ? '' : `: ${quoted(partners[0])}`}`,
    full: ({ partners = [] }) =>
      `A partner who is provisioning administrator can look at the tenant but change nothing${partners.length === 0 ? '' : `. That concerns ${partners.map(quoted).join(', ')}`}.`,
  },
  'recipient-unreachable': {
    brief: ({ recipient, unreached }) => `${quoted(recipient?.name ?? '?')} gets no ${kindEn(unreached)}`,
    full: ({ recipient, unreached }) =>
      `${recipient === undefined ? 'A recipient' : named(recipient)} gets no ${kindEn(unreached)} from Lapsewatch: the ${unreached?.channel === 'sms' ? 'number' : 'address'} has ${unreached?.delivery === 'gone' ? 'been unsubscribed' : 'not been confirmed'}.`,
  },
};

function kindEn(unreached: Matter['unreached']): string {
  return unreached?.channel === 'sms' ? 'SMS' : 'e-mails';
}

function resumed({ gap }: Matter): string {
  return gap === undefined ? '' : `, at the earliest on ${longDay(gap.resumesOn)}`;
}

function expiry({ notice }: Matter): string {
  if (notice === undefined) return '';
  return ` It ${notice.renews ? 'is set to renew' : 'ends'} on ${shortDay(notice.expiresOn)}.`;
}
