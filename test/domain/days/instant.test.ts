import { describe, expect, it } from 'vitest';
import { dayOf } from '#domain/days/day.ts';
import { dayIn, type Instant, instantOf, isTimeZone, millisecondsOf, momentOf, secondsAfter } from '#domain/days/instant.ts';

const at = (text: string): Instant => instantOf(Date.parse(text));

describe('D1 today', () => {
  it.each([
    ['Berlin is already in tomorrow', 'Europe/Berlin', '2026-12-01T23:30:00Z', '2026-12-02'],
    ['Los Angeles is still in yesterday', 'America/Los_Angeles', '2026-12-02T07:59:59Z', '2026-12-01'],
    ['Kiritimati is ahead of everybody', 'Pacific/Kiritimati', '2026-12-01T10:00:00Z', '2026-12-02'],
    ['Kathmandu has three quarters of an hour', 'Asia/Kathmandu', '2026-12-01T18:15:00Z', '2026-12-02'],
    ['UTC has no offset', 'UTC', '2026-12-01T23:59:59Z', '2026-12-01'],
  ])('is the local day: %s', (_, timeZone, moment, expected) => {
    expect(dayIn(timeZone, at(moment))).toBe(expected);
  });
});

describe('C2 when', () => {
  it.each([
    ['in winter', '2026-12-02', 8, 'Europe/Berlin', '2026-12-02T07:00:00.000Z'],
    ['in summer', '2026-07-01', 8, 'Europe/Berlin', '2026-07-01T06:00:00.000Z'],
    ['at an hour that is skipped, after the gap', '2026-03-29', 2, 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['at an hour that comes twice, the first time', '2026-10-25', 2, 'Europe/Berlin', '2026-10-25T00:00:00.000Z'],
    ['at a midnight that is skipped, after the gap', '2026-04-24', 0, 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
  ])('finds the moment of a local hour %s', (_, day, hour, timeZone, expected) => {
    expect(momentOf({ day: dayOf(day), hour, timeZone })).toBe(expected);
  });

  it.each([
    ['Europe/Berlin', true],
    ['UTC', true],
    ['Europe/Atlantis', false],
    ['+01:00', false],
    ['', false],
  ])('knows whether "%s" is a zone', (text, expected) => {
    expect(isTimeZone(text)).toBe(expected);
  });
});

describe('instants', () => {
  it('compare as text in the order of time', () => {
    const now = at('2026-12-02T07:00:00Z');
    expect(secondsAfter(now, 60)).toBe('2026-12-02T07:01:00.000Z');
    expect(secondsAfter(now, 60) > now).toBe(true);
    expect(millisecondsOf(instantOf(1_000))).toBe(1_000);
  });
});
