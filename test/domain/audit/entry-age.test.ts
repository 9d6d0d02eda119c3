import { describe, expect, it } from 'vitest';
import { systemRandomness } from '#adapters/runtime/randomness.ts';
import { AUDIT_KEPT_DAYS, isEntryId, keptFrom, placeBehind, SETTLING_SECONDS, settledBefore } from '#domain/audit/entry-age.ts';
import { secondsAfter } from '#domain/days/instant.ts';
import { momentOf } from '#test/support/stores.ts';

const NOW = momentOf('2026-12-02T07:00:00.000Z');
const DAY_SECONDS = 86_400;
const { ulid } = systemRandomness();
const aged = (seconds: number) => ulid(secondsAfter(NOW, -seconds));

describe('U2 the age of an entry', () => {
  it('is in its id: what is older than the settling time has settled, and nothing younger', () => {
    expect(aged(SETTLING_SECONDS + 0.001) < settledBefore(NOW)).toBe(true);
    expect(aged(SETTLING_SECONDS) < settledBefore(NOW)).toBe(false);
  });

  it('obliges it to be there until the day before its 400 days are over', () => {
    expect(aged((AUDIT_KEPT_DAYS - 1) * DAY_SECONDS) > keptFrom(NOW)).toBe(true);
    expect(aged((AUDIT_KEPT_DAYS - 1) * DAY_SECONDS + 0.001) > keptFrom(NOW)).toBe(false);
  });

  it('decides where reading begins: behind what expired, or behind what is chained', () => {
    const [young, old] = [aged(60), aged(450 * DAY_SECONDS)];
    expect([young, old, undefined].map((entryId) => placeBehind(entryId, keptFrom(NOW)))).toEqual([young, keptFrom(NOW), keptFrom(NOW)]);
  });

  it('is told by nothing that is not an entry’s id', () => {
    const id = aged(60);
    expect([id, id.slice(1), `${id}0`, id.toLowerCase(), `8${id.slice(1)}`, `${id.slice(0, -1)}I`, ''].map(isEntryId)).toEqual([
      true,
      ...Array.from({ length: 6 }, () => false),
    ]);
  });
});
