import type { FreshLinkTexts } from './fresh-link.ts';
import { wordsEn } from './words-en.ts';

const { named, quoted } = wordsEn;

/** English: what goes with a fresh link. */
export const freshLinkEn: FreshLinkTexts = {
  subject: ({ tenant, subscription }) => `Your fresh link: ${quoted(subscription.name)} [${tenant}]`,
  asked: ({ tenant, subscription }) =>
    `A link from your messages about subscription ${named(subscription)} of ${tenant} was opened without its last part, and a fresh one was asked for. Here it is.`,
  notYou: 'If that was not you, you need not do anything: the link went to your own address only, and nothing has been changed.',
  sms: ({ tenant, subscription }) => `${tenant}: your fresh link for ${quoted(subscription.name)}:`,
};
