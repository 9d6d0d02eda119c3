import { describe, expect, it } from 'vitest';
import { instantOf } from '#domain/days/instant.ts';
import { countsAfter, hasTooManyErrors } from '#domain/reassignments/progress.ts';

const NOW = instantOf(Date.parse('2026-12-02T07:00:00Z'));

describe('R5 the counts of a run', () => {
  it('take those who were reached from those who were not', () => {
    const results = [{ outcome: 'moved' }, { outcome: 'failed', reason: 'no-seat' }] as const;
    expect(countsAfter({ pending: 3, moved: 1 }, results)).toEqual({ pending: 1, moved: 2, failed: 1 });
    expect(countsAfter({ pending: 2, staying: 4 }, results)).toEqual({ moved: 1, failed: 1, staying: 4 });
  });
});

describe('R5 a run stops by itself', () => {
  it.each([
    ['all of 19 failed, too few to judge', { failed: 19 }, false],
    ['one of 20 failed, which is 5 %', { moved: 19, failed: 1 }, false],
    ['two of 20 failed', { moved: 18, failed: 2 }, true],
    ['five of 100 failed, which is 5 %', { moved: 95, failed: 5 }, false],
    ['six of 100 failed', { moved: 94, failed: 6 }, true],
    ['two of 20 failed in Control Hub mode', { moving: 18, failed: 2 }, true],
    ['people were left out by the plan and nobody failed', { moved: 20, staying: 50, unplaced: 50 }, false],
    ['many had changed since the plan, which is no error', { moved: 10, skipped: 90 }, false],
  ])('when errors rise: %s', (_case, counts, stops) => {
    expect(hasTooManyErrors({ counts })).toBe(stops);
  });

  it.each([
    ['nobody has failed since', { moved: 60, failed: 10 }, false],
    ['two of the 20 since have failed', { moved: 28, failed: 12 }, true],
    ['only a few have been reached since', { moved: 15, failed: 15 }, false],
  ])('and once resumed, by what has happened since: %s', (_case, counts, stops) => {
    const from = { moved: 10, failed: 10 };
    expect(hasTooManyErrors({ counts, resumedBy: { who: 'anna', door: 'api', at: NOW, from } })).toBe(stops);
  });
});
