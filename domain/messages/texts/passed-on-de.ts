import type { PassedOnTexts } from './passed-on.ts';
import { wordsDe } from './words-de.ts';

const { counted, form, named, quoted } = wordsDe;

/** German: what goes with a link that was passed on. */
export const passedOnDe: PassedOnTexts = {
  subject: ({ tenant, subscription, askedBy }) => `${askedBy} bittet Sie zu entscheiden: ${quoted(subscription.name)} [${tenant}]`,
  asked: ({ tenant, subscription, askedBy, partner }) =>
    `${askedBy}${partner === undefined ? '' : ` (${partner})`} hat den Plan zur Subscription ${named(subscription)} von ${tenant} gesehen, darf ihn aber nicht ausführen und bittet Sie, das zu tun.`,
  people: (count) =>
    `${counted(count, { one: 'Person hat', other: 'Personen haben' })} ${form(count, { one: 'eine Lizenz', other: 'Lizenzen' })} dieser Subscription.`,
  sms: ({ tenant, subscription, askedBy }) => `${tenant}: ${askedBy} bittet Sie, über ${quoted(subscription.name)} zu entscheiden. Plan:`,
};
