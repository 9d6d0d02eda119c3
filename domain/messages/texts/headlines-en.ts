import type { Matter } from '../message.ts';
import type { Headlines } from './headlines.ts';
import { notesEn } from './notes-en.ts';
import { wordsEn } from './words-en.ts';

const { counted, form, named, quoted, when, who } = wordsEn;

const name = ({ subscription }: Matter) => quoted(subscription?.name ?? 'Subscription');
const people = (matter: Matter) => counted(matter.people, { one: 'person', other: 'people' });
const lose = ({ people }: Matter) => form(people, { one: 'loses', other: 'lose' });
const have = ({ people }: Matter) => form(people, { one: 'has', other: 'have' });
const hold = ({ people }: Matter) => form(people, { one: 'holds', other: 'hold' });

/** English: what is the matter, in one sentence. */
export const headlinesEn: Headlines = {
  severities: { critical: 'Critical', warning: 'Warning', info: 'Note' },
  kinds: {
    'access-ends': {
      brief: (matter, soon) => `${name(matter)} ends${soon}: ${who(matter)} ${lose(matter)} access`,
      full: (matter) => `Subscription ${named(matter.subscription)} ends${when(matter)}: ${who(matter)} ${lose(matter)} access.`,
    },
    'renewal-ahead': {
      brief: (matter, soon) => `${name(matter)} is set to renew${soon}`,
      full: (matter) => `Subscription ${named(matter.subscription)} is set to renew${when(matter)}. ${depends(matter)}`,
    },
    'renewal-unconfirmed': {
      brief: (matter, soon) => `${name(matter)}: renewal due${soon} not confirmed${affected(matter)}`,
      full: (matter) =>
        `Subscription ${named(matter.subscription)} was set to renew${when(matter)}, and nobody has confirmed that it did. It counts as lapsed${matter.people === 0 ? '' : `: ${who(matter)} may be without access`}.`,
    },
    stranded: {
      brief: (matter) => `${who(matter)} ${have(matter)} no access${matter.subscription === undefined ? '' : ` (${name(matter)})`}`,
      full: (matter) => `${who(matter)} ${have(matter)} no access.${because(matter)}`,
    },
    'no-admin-left': {
      brief: (matter, soon) => ((matter.daysLeft ?? 0) > 0 ? `The last full admin loses access${soon}` : 'No full admin has access'),
      full: (matter) =>
        (matter.daysLeft ?? 0) > 0
          ? `The last full admin loses access${when(matter)}. From then on nobody can repair anything in Control Hub.`
          : 'No full admin has access any more: nobody can repair anything in Control Hub.',
    },
    'admins-unknown': {
      brief: () => 'No full admin is known',
      full: () =>
        'No full admin who holds a licence is known here, so nobody can tell whether one is left to repair things when a subscription ends.',
    },
    'dates-unknown': {
      brief: (matter) => `${name(matter)} has no dates${matter.people === 0 ? '' : `: ${who(matter)} ${hold(matter)} its licences`}`,
      full: (matter) => `Nobody has entered the dates of subscription ${named(matter.subscription)}. ${holders(matter)}`,
    },
    'telephony-mismatch': {
      brief: (matter) => `${name(matter)} has a different telephony option from the tenant`,
      full: (matter) => `Subscription ${named(matter.subscription)} has a different telephony option from the tenant’s first subscription.`,
    },
    'over-assigned': {
      brief: (matter) => `${name(matter)}: more people than seats`,
      full: (matter) => `More people hold licences of subscription ${named(matter.subscription)} than it commits.`,
    },
    'admin-on-standard': {
      brief: (matter) => `${who(matter)} on a standard licence (${name(matter)})`,
      full: (matter) =>
        `${who(matter)} ${hold(matter)} a standard licence of subscription ${named(matter.subscription)} and can only use Agent Desktop, not administer.`,
    },
    'move-not-confirmed': {
      brief: (matter, soon) => `Move of ${people(matter)} off ${name(matter)} not confirmed${soon === '' ? '' : `, end${soon}`}`,
      full: (matter) =>
        `The move of ${who(matter)} away from subscription ${named(matter.subscription)} is not yet confirmed in Control Hub.${deadline(matter)}`,
    },
    ...notesEn,
  },
};

function depends(matter: Matter): string {
  return matter.people === 0 ? 'Nobody’s access depends on it.' : `The access of ${who(matter)} depends on it.`;
}

function affected(matter: Matter): string {
  return matter.people === 0 ? '' : `, ${people(matter)} affected`;
}

function holders(matter: Matter): string {
  if (matter.people === 0) return 'Nobody holds its licences today.';
  return `${who(matter)} ${hold(matter)} its licences today; how long they last, nobody can tell.`;
}

function because(matter: Matter): string {
  if (matter.subscription === undefined) return '';
  const subscription = named(matter.subscription);
  return matter.on === undefined
    ? ` Their licences belong to subscription ${subscription}.`
    : ` Subscription ${subscription} ended${when(matter)}.`;
}

function deadline(matter: Matter): string {
  if (matter.daysLeft === undefined) return '';
  return matter.daysLeft > 0 ? ` The subscription ends${when(matter)}.` : ` The subscription ended${when(matter)}.`;
}
