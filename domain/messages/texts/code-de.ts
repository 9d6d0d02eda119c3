import type { CodeTexts } from './code.ts';
import { wordsDe } from './words-de.ts';

const { named, quoted } = wordsDe;

/** German: what goes with a code. */
export const codeDe: CodeTexts = {
  subject: ({ tenant, subscription }) => `Ihr Code für den Umzug aus ${quoted(subscription.name)} [${tenant}]`,
  asked: ({ tenant, subscription }) =>
    `Jemand mit Ihrem Link möchte Personen aus der Subscription ${named(subscription)} von ${tenant} umziehen lassen. Lapsewatch führt das nur mit diesem Code aus.`,
  beforeCode: 'Geben Sie ihn gleich auf der Seite des Links ein; er gilt höchstens zehn Minuten:',
  keepIt: 'Geben Sie ihn an niemanden weiter: Weder ein Admin noch jemand von Cisco oder Lapsewatch braucht ihn.',
  notYou:
    'Waren Sie das nicht, hat noch jemand Ihren Link. Geben Sie den Code nicht weiter und verständigen Sie einen Admin des Mandanten.',
  sms: ({ tenant, subscription }) =>
    `ist Ihr Code für den Umzug aus ${quoted(subscription.name)} (${tenant}). Gilt höchstens zehn Minuten. Nicht weitergeben.`,
};
