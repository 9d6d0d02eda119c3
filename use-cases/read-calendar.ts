import { calendarOf } from '#domain/calendar/calendar.ts';
import { type CalendarEvent, uidOf } from '#domain/calendar/calendar-event.ts';
import { type Instant, momentOf } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Tenant } from '#domain/tenants/tenant.ts';
import type { Ports } from './ports.ts';
import { readContracts } from './read-contracts.ts';
import type { TenantNotFound } from './refusals.ts';
import type { Snapshot } from './stored.ts';

/** An event under the name that calendars know it by. Of two versions the one with the greater `sequence` is the newer. */
type NumberedEvent = { readonly uid: string; readonly sequence: number; readonly event: CalendarEvent };

/** A tenant's calendar as of its local day; the same all day long while nothing changes. */
export type TenantCalendar = { readonly tenant: Tenant; readonly asOf: Instant; readonly events: readonly NumberedEvent[] };

/** What lies ahead of a tenant, for a calendar feed. Reads only. */
export async function readCalendar(
  ports: Pick<Ports, 'stores' | 'clock'>,
  tenantId: TenantId,
): Promise<Result<TenantCalendar, TenantNotFound>> {
  const read = await readContracts(ports, tenantId);
  if (!read.ok) return read;
  const { picture, today } = read.value;
  const events = calendarOf({ picture, today }).map((event) => ({
    uid: uidOf(event, tenantId),
    sequence: sequenceOf(picture),
    event,
  }));
  const { tenant } = picture;
  return ok({ tenant, asOf: momentOf({ day: today, hour: 0, timeZone: tenant.timeZone }), events });
}

/** Grows with every change of the tenant's settings and of its list of subscriptions: entered, deleted, or seen in an import. */
function sequenceOf({ tenant }: Pick<Snapshot, 'tenant'>): number {
  return tenant.revision + tenant.subscriptionsRevision;
}
