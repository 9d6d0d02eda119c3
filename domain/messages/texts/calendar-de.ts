import type { Ending } from '../../calendar/calendar-event.ts';
import type { CalendarTexts } from './calendar.ts';
import { wordsDe } from './words-de.ts';

const { longDay } = wordsDe;

const named = ({ name, subscriptionId }: { readonly name: string; readonly subscriptionId: string }) =>
  wordsDe.named({ name, id: subscriptionId });

const ENDS: Readonly<Record<Ending, string>> = {
  lapsed: 'läuft aus',
  suspended: 'wird gesperrt',
  cancelled: 'endet durch Kündigung',
  renews: 'soll sich automatisch verlängern',
};
const GIVES_NO_ACCESS = 'Ab diesem Tag gibt sie niemandem mehr Zugang. Ziehen Sie die Personen vorher in eine andere Subscription um';
const ENDING: Readonly<Record<Ending, string>> = {
  lapsed: `${GIVES_NO_ACCESS}, oder tragen Sie das neue Ende ein, wenn verlängert wurde.`,
  suspended: `${GIVES_NO_ACCESS}.`,
  cancelled: `${GIVES_NO_ACCESS}.`,
  renews:
    'Prüfen Sie, ob die Subscription bei der Verlängerung ihre ID behält; unter einer neuen müssen alle umziehen. Tragen Sie nach der Verlängerung das neue Ende ein: Ohne diesen Eintrag gilt sie ab diesem Tag als ausgelaufen.',
};
const PAYS = 'Ab diesem Tag zahlt sie die Überschreitung bei Agenten, IVR und Connect';

/** German: what a calendar shows. */
export const calendarDe: CalendarTexts = {
  calendar: (tenant) => `${tenant}: Subscriptions`,
  title: (event) => {
    switch (event.event) {
      case 'expiry':
      case 'end':
        return `${named(event.subscription)} ${ENDS[event.ending]}`;
      case 'notice-deadline':
        return `Letzter Tag für die Kündigung: ${named(event.subscription)}`;
      case 'hand-over':
        return `${named(event.to)} wird primäre Subscription`;
    }
  },
  description: (event) => {
    switch (event.event) {
      case 'expiry':
      case 'end':
        return ENDING[event.ending];
      case 'notice-deadline':
        return `Bis zu diesem Tag lässt sich kündigen oder neu verhandeln. Die Laufzeit endet am ${longDay(event.expiresOn)}.`;
      case 'hand-over':
        return event.from === undefined
          ? `${PAYS}. Bis dahin hat der Mandant keine primäre Subscription.`
          : `${PAYS}, anstelle von ${named(event.from)}.`;
    }
  },
};
