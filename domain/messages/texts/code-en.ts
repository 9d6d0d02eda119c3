import type { CodeTexts } from './code.ts';
import { wordsEn } from './words-en.ts';

const { named, quoted } = wordsEn;

/** English: what goes with a code. */
export const codeEn: CodeTexts = {
  subject: ({ tenant, subscription }) => `Your code to move people off ${quoted(subscription.name)} [${tenant}]`,
  asked: ({ tenant, subscription }) =>
    `Somebody with your link is about to move people off subscription ${named(subscription)} of ${tenant}. Lapsewatch carries that out only with this code.`,
  beforeCode: 'Enter it on the page of the link soon; it is good for ten minutes at most:',
  keepIt: 'Give it to nobody: no admin, and nobody from Cisco or from Lapsewatch, needs it.',
  notYou: 'If that was not you, somebody else has your link. Do not pass the code on, and tell an admin of the tenant.',
  sms: ({ tenant, subscription }) =>
    `is your code to move people off ${quoted(subscription.name)} (${tenant}). Valid for ten minutes at most. Give it to nobody.`,
};
