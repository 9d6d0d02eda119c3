import type { CalendarEvent } from '../calendar/calendar-event.ts';
import type { Language } from '../tenants/tenant.ts';
import { plainText } from './plain-text.ts';
import { CALENDAR } from './texts/calendar.ts';

const NAME_LENGTH = 80;

/** A3. What a calendar shows of an event; names in it are plain text on one line. */
export function describeEvent(event: CalendarEvent, language: Language): { readonly title: string; readonly description: string } {
  const { title, description } = CALENDAR[language];
  const clean = withPlainNames(event);
  return { title: title(clean), description: description(clean) };
}

/** A3. What a tenant's calendar is called. */
export function calendarName(tenantName: string, language: Language): string {
  return CALENDAR[language].calendar(plainText(tenantName, { most: NAME_LENGTH, fallback: 'Webex' }));
}

function withPlainNames(event: CalendarEvent): CalendarEvent {
  if (event.event !== 'hand-over') return { ...event, subscription: plain(event.subscription) };
  return { ...event, to: plain(event.to), ...(event.from !== undefined && { from: plain(event.from) }) };
}

function plain<Named extends { readonly name: string; readonly subscriptionId: string }>(subscription: Named): Named {
  return { ...subscription, name: plainText(subscription.name, { most: NAME_LENGTH, fallback: subscription.subscriptionId }) };
}
