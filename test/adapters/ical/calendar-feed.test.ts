import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarFeed, type Feed } from '#adapters/ical/calendar-feed.ts';
import { dayOf } from '#domain/days/day.ts';
import { instantOf } from '#domain/days/instant.ts';

const EVENT = {
  uid: 'expiry-Sub1@acme.lapsewatch',
  sequence: 7,
  on: dayOf('2027-01-01'),
  title: 'Sales expires',
  description: 'Move its people.',
  remindBefore: [30 * 86_400 - 8 * 3600],
};
const feedOf = (feed: Partial<Feed> = {}) =>
  calendarFeed({ name: 'Acme', timeZone: 'Europe/Berlin', asOf: instantOf(Date.parse('2026-12-01T23:00:00Z')), events: [EVENT], ...feed });

const parsed = (text: string) => new ICAL.Component(ICAL.parse(text));
const eventsIn = (text: string) =>
  parsed(text)
    .getAllSubcomponents('vevent')
    .map((each) => new ICAL.Event(each));

/** RFC 5545, 3.3.11: ical.js leaves the names of properties it does not know as they were escaped. */
const textOf = (value: unknown) => String(value).replaceAll(/\\([\\;,])/g, '$1');

describe('a calendar feed', () => {
  it('is as RFC 5545 wants it, line by line', () => {
    expect(feedOf()).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Lapsewatch//Lapsewatch//EN',
        'NAME:Acme',
        'X-WR-CALNAME:Acme',
        'X-WR-TIMEZONE:Europe/Berlin',
        'REFRESH-INTERVAL;VALUE=DURATION:P1D',
        'X-PUBLISHED-TTL:P1D',
        'BEGIN:VEVENT',
        'UID:expiry-Sub1@acme.lapsewatch',
        'SEQUENCE:7',
        'DTSTAMP:20261201T230000Z',
        'DTSTART;VALUE=DATE:20270101',
        'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
        'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
        'SUMMARY:Sales expires',
        'TRANSP:TRANSPARENT',
        'DESCRIPTION:Move its people.',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'TRIGGER:-P29DT16H',
        'DESCRIPTION:Sales expires',
        'END:VALARM',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('is read by others as all-day events with reminders', () => {
    const [event] = eventsIn(feedOf());
    expect([event?.uid, event?.sequence, event?.summary]).toEqual([EVENT.uid, 7, 'Sales expires']);
    expect([event?.startDate.isDate, event?.startDate.toString()]).toEqual([true, '2027-01-01']);
    const [alarm] = event?.component.getAllSubcomponents('valarm') ?? [];
    expect([alarm?.getFirstPropertyValue('action'), String(alarm?.getFirstPropertyValue('trigger'))]).toEqual(['DISPLAY', '-P29DT16H']);
  });

  it('is an empty calendar where nothing lies ahead', () => {
    expect(eventsIn(feedOf({ events: [] }))).toEqual([]);
  });

  it('gives every text back as it was, folded at 75 octets, whatever is in it', () => {
    const parts = fc.constantFrom(',', ';', '\\', '\\n', '"', ':', '😀', '👩‍👩‍👧', 'ü', 'שלום', 'BEGIN:VEVENT', 'x', ' y', '%', '\t');
    const text = fc.array(parts, { minLength: 1, maxLength: 60 }).map((several) => `a${several.join('')}b`);
    fc.assert(
      fc.property(text, text, text, (name, title, description) => {
        const feed = feedOf({ name, events: [{ ...EVENT, title, description }] });
        const [event, ...more] = eventsIn(feed);
        expect([event?.summary, event?.description, more]).toEqual([title, description, []]);
        expect(textOf(parsed(feed).getFirstPropertyValue('name'))).toBe(name);
        for (const line of feed.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
      }),
    );
  });
});
