import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, earliestOf, latestOf, OPEN_END, parseDay, weekdayOf } from '#domain/days/day.ts';

describe('D1 days', () => {
  it.each([
    ['a day', '2026-12-02', '2026-12-02'],
    ['a leap day', '2028-02-29', '2028-02-29'],
    ['a leap day in a year without one', '2027-02-29', undefined],
    ['the 31st of a short month', '2026-11-31', undefined],
    ['month 13', '2026-13-01', undefined],
    ['a German date', '1.1.2027', undefined],
    ['a moment', '2026-12-02T00:00:00Z', undefined],
    ['a day without leading zeros', '2026-1-2', undefined],
    ['stray spaces', ' 2026-12-02', undefined],
    ['nothing', '', undefined],
  ])('%s is a calendar day or none', (_, text, expected) => {
    expect(parseDay(text)).toBe(expected);
  });

  it('says which text names no day', () => {
    expect(() => dayOf('2027-02-29')).toThrow('"2027-02-29" is not a calendar day of the form YYYY-MM-DD.');
  });

  it.each([
    ['over the end of a year', '2026-12-31', 1, '2027-01-01'],
    ['over a leap day', '2028-02-28', 2, '2028-03-01'],
    ['over the night the clocks change', '2026-03-28', 2, '2026-03-30'],
    ['backwards', '2027-01-01', -30, '2026-12-02'],
    ['not at all', '2026-12-02', 0, '2026-12-02'],
    ['no further than the last day there is', '9999-12-31', 30, OPEN_END],
  ])('adds days %s', (_, from, days, expected) => {
    expect(addDays(dayOf(from), days)).toBe(expected);
  });

  it.each([
    ['ahead', '2026-12-02', '2027-01-01', 30],
    ['in the past', '2027-01-01', '2026-12-02', -30],
    ['today', '2026-12-02', '2026-12-02', 0],
    ['over years', '2024-01-01', '2027-01-01', 1096],
  ])('counts the days to a day %s', (_, from, to, expected) => {
    expect(daysBetween({ from: dayOf(from), to: dayOf(to) })).toBe(expected);
  });

  it('finds the earliest and the latest of the days that are known', () => {
    const days = [dayOf('2027-01-01'), undefined, dayOf('2026-06-01')];
    expect(earliestOf(days)).toBe('2026-06-01');
    expect(latestOf(days)).toBe('2027-01-01');
    expect(earliestOf([undefined])).toBeUndefined();
    expect(latestOf([])).toBeUndefined();
  });

  it('knows Mondays', () => {
    expect(weekdayOf(dayOf('2026-11-30'))).toBe(1);
    expect(weekdayOf(dayOf('2026-12-06'))).toBe(7);
  });
});
