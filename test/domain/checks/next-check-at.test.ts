import { describe, expect, it } from 'vitest';
import { nextCheckAt } from '#domain/checks/next-check-at.ts';
import { dayIn, type Instant, instantOf, millisecondsOf } from '#domain/days/instant.ts';

const at = (text: string): Instant => instantOf(Date.parse(text));

describe('C2 when a tenant is due next', () => {
  it.each<[string, string, number, string, string]>([
    ['before the hour: today', 'Europe/Berlin', 8, '2026-12-02T06:59:59.999Z', '2026-12-02T07:00:00.000Z'],
    ['at the hour: tomorrow, since it comes strictly after', 'Europe/Berlin', 8, '2026-12-02T07:00:00.000Z', '2026-12-03T07:00:00.000Z'],
    ['after the hour: tomorrow', 'Europe/Berlin', 8, '2026-12-02T18:00:00.000Z', '2026-12-03T07:00:00.000Z'],
    ['at midnight', 'Europe/Berlin', 0, '2026-12-02T07:00:00.000Z', '2026-12-02T23:00:00.000Z'],
    ['far ahead of UTC the local day is the next one', 'Pacific/Kiritimati', 8, '2026-12-02T17:00:00.000Z', '2026-12-02T18:00:00.000Z'],
    ['far behind UTC the local day is the one before', 'Pacific/Pago_Pago', 8, '2026-12-02T06:00:00.000Z', '2026-12-02T19:00:00.000Z'],
    ['a zone at half an hour', 'Asia/Kolkata', 8, '2026-12-02T07:00:00.000Z', '2026-12-03T02:30:00.000Z'],
    ['a zone at three quarters of an hour', 'Asia/Kathmandu', 8, '2026-12-02T07:00:00.000Z', '2026-12-03T02:15:00.000Z'],
    ['over the night that daylight saving begins', 'Europe/Berlin', 8, '2027-03-27T07:00:00.000Z', '2027-03-28T06:00:00.000Z'],
    ['over the night that it ends', 'Europe/Berlin', 8, '2027-10-30T06:00:00.000Z', '2027-10-31T07:00:00.000Z'],
    ['an hour that is skipped: after the gap', 'Europe/Berlin', 2, '2027-03-27T12:00:00.000Z', '2027-03-28T01:00:00.000Z'],
    ['an hour that comes twice: the first time', 'Europe/Berlin', 2, '2027-10-30T12:00:00.000Z', '2027-10-31T00:00:00.000Z'],
    ['between the two: the next day', 'Europe/Berlin', 2, '2027-10-31T00:30:00.000Z', '2027-11-01T01:00:00.000Z'],
    ['a gap of half an hour', 'Australia/Lord_Howe', 2, '2027-10-02T06:00:00.000Z', '2027-10-02T15:30:00.000Z'],
    ['a gap that ends at midnight', 'America/Scoresbysund', 23, '2027-03-27T12:00:00.000Z', '2027-03-28T01:00:00.000Z'],
    ['a midnight that does not exist', 'Africa/Cairo', 0, '2027-04-29T12:00:00.000Z', '2027-04-29T22:00:00.000Z'],
    ['in the southern summer', 'America/Santiago', 8, '2026-12-02T12:00:00.000Z', '2026-12-03T11:00:00.000Z'],
  ])('%s', (_case, timeZone, alertHour, after, expected) => {
    expect(nextCheckAt({ after: at(after), alertHour, timeZone })).toBe(expected);
  });

  it.each([
    'Europe/Berlin',
    'America/New_York',
    'America/Sao_Paulo',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'Pacific/Kiritimati',
    'Africa/Casablanca',
  ])('gives every local day of 2027 in %s exactly one morning check', (timeZone) => {
    const days: string[] = [];
    const end = millisecondsOf(at('2028-01-05T00:00:00.000Z'));
    for (let due = at('2026-12-28T00:00:00.000Z'); millisecondsOf(due) < end; ) {
      due = nextCheckAt({ after: due, alertHour: 8, timeZone });
      days.push(dayIn(timeZone, due));
    }
    const of2027 = days.filter((day) => day.startsWith('2027'));
    expect(new Set(of2027).size).toBe(of2027.length);
    expect(of2027).toHaveLength(365);
  });
});
