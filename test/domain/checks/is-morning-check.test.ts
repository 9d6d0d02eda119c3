import { describe, expect, it } from 'vitest';
import { isMorningCheck } from '#domain/checks/is-morning-check.ts';
import { type Instant, instantOf } from '#domain/days/instant.ts';

const at = (text: string): Instant => instantOf(Date.parse(text));

describe('C2 the morning check', () => {
  it.each([
    ['a moment before the alert hour is none', '2026-12-02T06:59:59.999Z', false],
    ['at the alert hour is the morning check', '2026-12-02T07:00:00.000Z', true],
    ['late in the evening, when none was made before, is the morning check', '2026-12-02T22:00:00.000Z', true],
    ['days later, when none was made before, is the morning check', '2026-12-09T03:00:00.000Z', true],
  ])('%s', (_case, now, expected) => {
    expect(isMorningCheck({ nextCheckAt: at('2026-12-02T07:00:00.000Z'), now: at(now) })).toBe(expected);
  });
});
