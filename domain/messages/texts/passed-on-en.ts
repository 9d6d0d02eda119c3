import type { PassedOnTexts } from './passed-on.ts';
import { wordsEn } from './words-en.ts';

const { counted, form, named, quoted } = wordsEn;

/** English: what goes with a link that was passed on. */
export const passedOnEn: PassedOnTexts = {
  subject: ({ tenant, subscription, askedBy }) => `${askedBy} asks you to decide: ${quoted(subscription.name)} [${tenant}]`,
  asked: ({ tenant, subscription, askedBy, partner }) =>
    `${askedBy}${partner === undefined ? '' : ` of ${partner}`} has seen the plan for subscription ${named(subscription)} of ${tenant} but may not carry it out, and asks you to do so.`,
  people: (count) =>
    `${counted(count, { one: 'person holds', other: 'people hold' })} ${form(count, { one: 'a licence', other: 'licences' })} of it.`,
  sms: ({ tenant, subscription, askedBy }) => `${tenant}: ${askedBy} asks you to decide on ${quoted(subscription.name)}. Plan:`,
};
