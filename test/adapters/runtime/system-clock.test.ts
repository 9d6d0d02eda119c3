import { describe, expect, it } from 'vitest';
import { systemClock } from '#adapters/runtime/system-clock.ts';
import { millisecondsOf } from '#domain/days/instant.ts';

describe('the clock', () => {
  it('tells the time of the machine', () => {
    const before = Date.now();
    const now = systemClock.now();
    expect(now).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
    expect(millisecondsOf(now)).toBeGreaterThanOrEqual(before);
    expect(millisecondsOf(now)).toBeLessThanOrEqual(Date.now());
  });
});
