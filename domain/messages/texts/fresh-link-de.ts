import type { FreshLinkTexts } from './fresh-link.ts';
import { wordsDe } from './words-de.ts';

const { named, quoted } = wordsDe;

/** German: what goes with a fresh link. */
export const freshLinkDe: FreshLinkTexts = {
  subject: ({ tenant, subscription }) => `Ihr neuer Link: ${quoted(subscription.name)} [${tenant}]`,
  asked: ({ tenant, subscription }) =>
    `Ein Link aus Ihren Nachrichten zur Subscription ${named(subscription)} von ${tenant} wurde ohne seinen letzten Teil geöffnet, und es wurde ein neuer angefordert. Hier ist er.`,
  notYou: 'Waren Sie das nicht, müssen Sie nichts tun: Der Link ging nur an Ihre eigene Adresse, und nichts wurde geändert.',
  sms: ({ tenant, subscription }) => `${tenant}: Ihr neuer Link zu ${quoted(subscription.name)}:`,
};
