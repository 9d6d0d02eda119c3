import { describe, expect, it } from 'vitest';
import { memoryClock } from '#adapters/memory/clock.ts';
import { systemClock } from '#adapters/runtime/system-clock.ts';
import { instantOf, millisecondsOf } from '#domain/days/instant.ts';

describe.each([
  ['of the machine', systemClock],
  ['in memory', memoryClock(instantOf(1_796_194_800_000))],
])('the clock %s', (_whence, clock) => {
  it('tells a moment in UTC with milliseconds, and none before the last', () => {
    const [before, now] = [clock.now(), clock.now()];
    expect(now).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
    expect(now >= before).toBe(true);
  });
});

describe('the clock of the machine', () => {
  it('tells the time of the machine', () => {
    const before = Date.now();
    const now = systemClock.now();
    expect(millisecondsOf(now)).toBeGreaterThanOrEqual(before);
    expect(millisecondsOf(now)).toBeLessThanOrEqual(Date.now());
  });
});

describe('the clock in memory', () => {
  it('stands still until it is moved, backwards, too', () => {
    const clock = memoryClock(instantOf(60_000));
    expect(clock.now()).toBe(instantOf(60_000));
    clock.pass(30);
    expect(clock.now()).toBe(instantOf(90_000));
    clock.moveTo(instantOf(0));
    expect(clock.now()).toBe(instantOf(0));
  });
});
