import { kindName } from './kind-name.ts';
import type { ResultSummary, ResultTexts } from './result.ts';
import { wordsDe } from './words-de.ts';

const { counted, form, longDay, named, number, quoted } = wordsDe;

const people = (count: number) => counted(count, { one: 'Person', other: 'Personen' });
const are = (count: number) => form(count, { one: 'ist', other: 'sind' });
const stay = ({ left }: ResultSummary) => (left === 0 ? '' : `, ${number(left)} noch nicht`);
const newPlan = 'Ein Klick öffnet einen neuen Plan für alle, die noch fehlen. Nichts ändert sich, bevor es dort bestätigt wird.';
const files = 'Ein Klick führt zu den Dateien und nach dem Import zu der Schaltfläche, mit der Sie ihn melden.';
const notBack = ({ moved }: ResultSummary) => (moved === 0 ? '' : `, ${number(moved)} nicht`);

/** German: how a reassignment ended. */
export const resultDe: ResultTexts = {
  subject: {
    done: (run) => `Fertig: ${people(run.moved)} aus ${quoted(run.subscription.name)} umgezogen${stay(run)} [${run.tenant}]`,
    'awaiting-control-hub': (run) =>
      `Zu tun: Umzug von ${people(run.moved)} aus ${quoted(run.subscription.name)} im Control Hub importieren [${run.tenant}]`,
    stopped: (run) => `Angehalten: Umzug aus ${quoted(run.subscription.name)}, ${people(run.moved)} umgezogen [${run.tenant}]`,
    cancelled: (run) => `Abgebrochen: Umzug aus ${quoted(run.subscription.name)}, ${people(run.moved)} umgezogen [${run.tenant}]`,
    undone: (run) => `Rückgängig: ${people(run.back)} wieder in ${quoted(run.subscription.name)}${notBack(run)} [${run.tenant}]`,
    'awaiting-control-hub-back': (run) =>
      `Zu tun: Rückkehr von ${people(run.back)} nach ${quoted(run.subscription.name)} im Control Hub importieren [${run.tenant}]`,
  },
  headline: {
    done: ({ subscription, moved }) => `${people(moved)} ${are(moved)} aus der Subscription ${named(subscription)} umgezogen.`,
    'awaiting-control-hub': ({ subscription, moved }) =>
      `Ein Schritt fehlt noch: ${people(moved)} ${form(moved, { one: 'soll', other: 'sollen' })} aus der Subscription ${named(subscription)} umziehen, und das kann nur der Control Hub. Importieren Sie dort die Dateien (Benutzer > Benutzer verwalten > Dienste hinzufügen und entfernen). Bis dahin bleibt der Zugang gefährdet.`,
    stopped: ({ subscription, moved }) =>
      `Der Umzug aus der Subscription ${named(subscription)} wurde vor dem Ende angehalten. ${people(moved)} ${are(moved)} umgezogen.`,
    cancelled: ({ subscription, moved }) =>
      `Der Umzug aus der Subscription ${named(subscription)} wurde vor dem Ende abgebrochen. ${people(moved)} ${are(moved)} umgezogen, und dabei bleibt es.`,
    undone: ({ subscription, back }) =>
      `Der Umzug aus der Subscription ${named(subscription)} wurde rückgängig gemacht: ${people(back)} ${are(back)} wieder dort und ${form(back, { one: 'verliert', other: 'verlieren' })} mit ihrem Ende den Zugang.`,
    'awaiting-control-hub-back': ({ subscription, back }) =>
      `Der Umzug aus der Subscription ${named(subscription)} wird rückgängig gemacht, und ein Schritt fehlt noch: Nur der Control Hub kann ${people(back)} zurückholen. Importieren Sie dort die Dateien (Benutzer > Benutzer verwalten > Dienste hinzufügen und entfernen).`,
  },
  sms: {
    done: (run) => `${run.tenant}: fertig. ${people(run.moved)} aus ${quoted(run.subscription.name)} umgezogen${stay(run)}.`,
    'awaiting-control-hub': (run) =>
      `${run.tenant}: Ein Schritt fehlt. Dateien im Control Hub importieren, damit ${people(run.moved)} aus ${quoted(run.subscription.name)} ${form(run.moved, { one: 'umzieht', other: 'umziehen' })}.`,
    stopped: (run) =>
      `${run.tenant}: Der Umzug aus ${quoted(run.subscription.name)} wurde angehalten. Bisher ${people(run.moved)} umgezogen.`,
    cancelled: (run) => `${run.tenant}: Der Umzug aus ${quoted(run.subscription.name)} wurde abgebrochen. ${people(run.moved)} umgezogen.`,
    undone: (run) => `${run.tenant}: rückgängig. ${people(run.back)} wieder in ${quoted(run.subscription.name)}${notBack(run)}.`,
    'awaiting-control-hub-back': (run) =>
      `${run.tenant}: Ein Schritt fehlt. Dateien im Control Hub importieren, damit ${people(run.back)} wieder in ${quoted(run.subscription.name)} ${are(run.back)}.`,
  },
  startedBy: (who) => `Bestätigt von ${who}.`,
  cancelledBy: (who) => `Abgebrochen von ${who}.`,
  undoneBy: (who) => `Rückgängig gemacht von ${who}.`,
  outcomes: {
    pending: (count) => `${people(count)} noch nicht umgezogen`,
    moved: (count) => `${people(count)} umgezogen`,
    moving: (count) => `${people(count)} ${form(count, { one: 'wartet', other: 'warten' })} auf den Control Hub`,
    'already-there': (count) => `${people(count)} schon dort: nur die alte Lizenz entfällt`,
    staying: (count) => `${people(count)} ${form(count, { one: 'bleibt', other: 'bleiben' })}: durch eine andere Subscription abgedeckt`,
    skipped: (count) => `${people(count)} ausgelassen: seit dem Plan geändert`,
    failed: (count) => `${people(count)} nicht umgezogen: kein Platz mehr frei`,
    reverted: (count) => `${people(count)} wieder in der alten Subscription`,
    unplaced: (count) => `${people(count)} ohne Ziel: kein Platz oder keine passende Subscription`,
  },
  notBack: (count) =>
    `${people(count)} ${form(count, { one: 'bleibt', other: 'bleiben' })} umgezogen: seither geändert, kein Platz frei, oder die alte Subscription ist nicht aktiv`,
  seatsToBuy: ({ kind, quantity }) =>
    `Damit alle Platz haben, ${form(quantity, { one: 'fehlt', other: 'fehlen' })} ${number(quantity)} ${form(quantity, { one: 'Platz', other: 'Plätze' })} der Art ${kindName(kind)}.`,
  endsOn: (day) => `Ende der Subscription: ${longDay(day)}.`,
  followUps: [
    'Danach im Control Hub:',
    '  - Benutzer synchronisieren (Einstellungen des Contact Centers).',
    '  - Prüfen, dass keine Vorlage zur automatischen Lizenzvergabe mehr auf diese Subscription zeigt.',
  ],
  beforeLink: {
    done: newPlan,
    'awaiting-control-hub': files,
    stopped: newPlan,
    cancelled: newPlan,
    undone: 'Ein Klick öffnet einen neuen Plan für alle, die wieder dort sind. Nichts ändert sich, bevor es dort bestätigt wird.',
    'awaiting-control-hub-back': files,
  },
  smsBeforeLink: {
    done: 'Plan:',
    'awaiting-control-hub': 'Dateien:',
    stopped: 'Plan:',
    cancelled: 'Plan:',
    undone: 'Plan:',
    'awaiting-control-hub-back': 'Dateien:',
  },
};
