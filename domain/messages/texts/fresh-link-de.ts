import type { FreshLinkTexts } from './fresh-link.ts';
import { wordsDe } from './words-de.ts';

const { named, quoted } = wordsDe;

/** German: what goes with a fresh link. */
export const freshLinkDe: FreshLinkTexts = {
  subject: ({ tenant, subscription }) => `Ihr frischer Link: ${quoted(subscription.name)} [${tenant}]`,
  asked: ({ tenant, subscription }) =>
    `Ein Link aus Ihren Nachrichten zur Subscription ${named(subscription)} von ${tenant} wurde ohne seinen letzten Teil geöffnet, und es wurde ein frischer angefordert. Hier ist er.`,
  notYou: 'Waren Sie das nicht, müssen Sie nichts tun: Der Link ging nur an Ihre eigene Adresse, und nichts wurde geändert.',
  sms: ({ tenant, subscription }) => `${tenant}: Ihr frischer Link zu ${quoted(subscription.name)}:`,
};
