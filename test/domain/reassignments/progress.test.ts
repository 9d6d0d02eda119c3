import { describe, expect, it } from 'vitest';
import { hasTooManyErrors } from '#domain/reassignments/progress.ts';

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
    expect(hasTooManyErrors(counts)).toBe(stops);
  });
});
