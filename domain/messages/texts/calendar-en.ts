import type { Ending } from '../../calendar/calendar-event.ts';
import type { CalendarTexts } from './calendar.ts';
import { wordsEn } from './words-en.ts';

const { longDay } = wordsEn;

const named = ({ name, subscriptionId }: { readonly name: string; readonly subscriptionId: string }) =>
  wordsEn.named({ name, id: subscriptionId });

const ENDS: Readonly<Record<Ending, string>> = {
  lapsed: 'expires',
  suspended: 'is suspended',
  cancelled: 'is cancelled',
  renews: 'is set to renew',
};
const GIVES_NO_ACCESS = 'From this day on it gives nobody access. Move its people to another subscription before';
const ENDING: Readonly<Record<Ending, string>> = {
  lapsed: `${GIVES_NO_ACCESS}, or enter the new end if it has been renewed.`,
  suspended: `${GIVES_NO_ACCESS}.`,
  cancelled: `${GIVES_NO_ACCESS}.`,
  renews:
    'Check that the renewal keeps the subscription’s id; under a new id everybody has to be moved. When it has renewed, enter the new end: without it the subscription counts as lapsed from this day.',
};
const PAYS = 'From this day on it pays for overage of agents, IVR and Connect';

/** English: what a calendar shows. */
export const calendarEn: CalendarTexts = {
  calendar: (tenant) => `${tenant}: subscriptions`,
  title: (event) => {
    switch (event.event) {
      case 'expiry':
      case 'end':
        return `${named(event.subscription)} ${ENDS[event.ending]}`;
      case 'notice-deadline':
        return `Last day to give notice: ${named(event.subscription)}`;
      case 'hand-over':
        return `${named(event.to)} becomes the primary`;
    }
  },
  description: (event) => {
    switch (event.event) {
      case 'expiry':
      case 'end':
        return ENDING[event.ending];
      case 'notice-deadline':
        return `The last day to cancel or renegotiate. The term ends on ${longDay(event.expiresOn)}.`;
      case 'hand-over':
        return event.from === undefined ? `${PAYS}. Until then the tenant has no primary.` : `${PAYS}, in place of ${named(event.from)}.`;
    }
  },
};
