import type { CalendarEvent } from '../../calendar/calendar-event.ts';
import type { Language } from '../../tenants/tenant.ts';
import { calendarDe } from './calendar-de.ts';
import { calendarEn } from './calendar-en.ts';

/** What a calendar shows. Names are used as they are: make them plain text first. */
export type CalendarTexts = {
  /** Of the calendar itself. */
  readonly calendar: (tenant: string) => string;
  readonly title: (event: CalendarEvent) => string;
  /** What it means and what to do. */
  readonly description: (event: CalendarEvent) => string;
};

/** A3. Every text exists in every language, or this does not compile. */
export const CALENDAR: Readonly<Record<Language, CalendarTexts>> = { en: calendarEn, de: calendarDe };
