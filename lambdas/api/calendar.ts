import { calendarFeed } from '#adapters/ical/calendar-feed.ts';
import type { apiOperations } from '#contract/operations.ts';
import type { CalendarEvent } from '#domain/calendar/calendar-event.ts';
import { calendarName, describeEvent } from '#domain/messages/describe-calendar.ts';
import type { Tenant } from '#domain/tenants/tenant.ts';
import type { Ports } from '#use-cases/ports.ts';
import { readCalendar, type TenantCalendar } from '#use-cases/read-calendar.ts';
import { contentTag } from '../http/content-tag.ts';
import { tenantIdOf } from '../http/http-request.ts';
import { type Handlers, refuse } from '../http/router.ts';

const DAY_IN_SECONDS = 86_400;
const HOUR_IN_SECONDS = 3600;
/** D4, D6. The days before an end, a renewal or a last day of notice on which a calendar reminds people of it. */
const REMINDED_DAYS_BEFORE = [30, 7, 1];

/** The route of the calendar feed. */
export function calendarRoutes(ports: Pick<Ports, 'stores' | 'clock'>): Handlers<Pick<typeof apiOperations, 'getCalendar'>> {
  return {
    getCalendar: async (request) => {
      const read = await readCalendar(ports, tenantIdOf(request));
      if (!read.ok) return refuse(read.refusal);
      const body = feedOf(read.value);
      return { status: 200, body, headers: { 'content-type': 'text/calendar; charset=utf-8', etag: contentTag(body) } };
    },
  };
}

function feedOf({ tenant, asOf, events }: TenantCalendar): string {
  return calendarFeed({
    name: calendarName(tenant.name, tenant.language),
    timeZone: tenant.timeZone,
    asOf,
    events: events.map(({ uid, sequence, event }) => ({
      uid,
      sequence,
      on: event.on,
      ...describeEvent(event, tenant.language),
      remindBefore: remindersOf(event, tenant),
    })),
  });
}

/** At the tenant's alert hour, not at midnight. A hand-over asks nothing of anybody. */
function remindersOf({ event }: CalendarEvent, { alertHour }: Tenant): readonly number[] {
  return event === 'hand-over' ? [] : REMINDED_DAYS_BEFORE.map((days) => days * DAY_IN_SECONDS - alertHour * HOUR_IN_SECONDS);
}
