import ical, { escape as escapeText, ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Day } from '#domain/days/day.ts';
import { type Instant, millisecondsOf } from '#domain/days/instant.ts';

/** An all-day event. */
type FeedEvent = {
  readonly uid: string;
  readonly sequence: number;
  readonly on: Day;
  readonly title: string;
  readonly description: string;
  /** How many seconds before its day begins people are reminded. */
  readonly remindBefore: readonly number[];
};

export type Feed = {
  readonly name: string;
  /** IANA zone whose days the events are on. */
  readonly timeZone: string;
  /** As of when all of it is said. */
  readonly asOf: Instant;
  readonly events: readonly FeedEvent[];
};

const DAY_IN_SECONDS = 86_400;

/** A feed as iCalendar (RFC 5545, 7986): days without a time, so that no zone shifts them; to be fetched again every day. */
export function calendarFeed({ name, timeZone, asOf, events }: Feed): string {
  const calendar = ical({
    prodId: { company: 'Lapsewatch', product: 'Lapsewatch', language: 'EN' },
    // The package escapes what events say, not what the calendar is called.
    name: escapeText(name, false),
    ttl: DAY_IN_SECONDS,
  });
  for (const { uid, sequence, on, title, description, remindBefore } of events)
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: new Date(millisecondsOf(asOf)),
      start: Temporal.PlainDate.from(on),
      allDay: true,
      summary: title,
      description,
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: remindBefore.map((trigger) => ({ type: ICalAlarmType.display, trigger, description: title })),
    });
  return `${inZone(calendar.toString(), timeZone)}\r\n`;
}

/**
 * The zone stands before the first event, as RFC 5545 wants a calendar's properties. Given to the package, it would make DTSTAMP a
 * local time, which must be in UTC.
 */
function inZone(text: string, timeZone: string): string {
  return text.replace('\r\nREFRESH-INTERVAL', `\r\nX-WR-TIMEZONE:${timeZone}\r\nREFRESH-INTERVAL`);
}
