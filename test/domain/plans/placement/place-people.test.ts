import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, OPEN_END } from '#domain/days/day.ts';
import { placePeople } from '#domain/plans/placement/place-people.ts';
import type { PlacementProblem } from '#domain/plans/placement/problem.ts';
import { bestByTryingAll, worthOf } from './best-by-trying-all.ts';

const SOON = dayOf('2027-01-01');
const LATE = dayOf('2029-06-01');

/** One lot, its seats per target, and the departments of the people who want one. */
function oneLot(parts: {
  readonly targets: PlacementProblem['targets'];
  readonly seats: readonly number[];
  readonly people: readonly (string | undefined)[];
  readonly used?: readonly number[];
}): PlacementProblem {
  const seekers = parts.people.map((department) => ({ lot: 0, ...(department !== undefined && { department }) }));
  return { targets: parts.targets, seats: [parts.seats], seekers, used: parts.used ?? [] };
}

describe('P4 order and choice', () => {
  it('puts people on a subscription of their own department, though another ends later', () => {
    const targets = [{ end: LATE }, { end: SOON, department: 'Sales' }];
    expect(placePeople(oneLot({ targets, seats: [5, 5], people: ['Sales', 'Support', 'Sales'] }))).toEqual([1, 0, 1]);
  });

  it('compares departments exactly, but for the spaces around them', () => {
    const targets = [{ end: LATE }, { end: SOON, department: ' Sales ' }];
    expect(placePeople(oneLot({ targets, seats: [5, 5], people: ['Sales', 'sales'] }))).toEqual([1, 0]);
  });

  it('gives nobody a department by leaving it empty', () => {
    const targets = [{ end: LATE }, { end: SOON, department: '  ' }];
    expect(placePeople(oneLot({ targets, seats: [5, 5], people: ['', undefined] }))).toEqual([0, 0]);
  });

  it('takes the latest ends, what has no end before all', () => {
    const targets = [{ end: SOON }, { end: LATE }, { end: OPEN_END }];
    expect(placePeople(oneLot({ targets, seats: [2, 2, 1], people: [undefined, undefined, undefined, undefined] }))).toEqual([0, 1, 1, 2]);
  });

  it('takes as few targets as can be', () => {
    const targets = [{ end: LATE }, { end: LATE }, { end: LATE }];
    expect(placePeople(oneLot({ targets, seats: [2, 2, 4], people: [undefined, undefined, undefined, undefined] }))).toEqual([2, 2, 2, 2]);
  });

  it('counts a target on which somebody is already as taken', () => {
    const targets = [{ end: LATE }, { end: LATE }];
    expect(placePeople(oneLot({ targets, seats: [1, 1], people: [undefined], used: [1] }))).toEqual([1]);
  });

  it('shares targets between the kinds', () => {
    const targets = [{ end: LATE }, { end: LATE }, { end: LATE }];
    const seats = [
      [1, 0, 1],
      [0, 1, 1],
    ];
    expect(placePeople({ targets, seats, seekers: [{ lot: 0 }, { lot: 1 }], used: [] })).toEqual([2, 2]);
  });

  it('gives the first in order the smallest id among equally good placements', () => {
    const targets = [{ end: LATE }, { end: LATE }];
    expect(placePeople(oneLot({ targets, seats: [2, 2], people: [undefined, undefined, undefined] }))).toEqual([0, 0, 1]);
  });

  it('lets people of a full department go elsewhere where the sequence is smaller', () => {
    const targets = [{ end: LATE }, { end: LATE, department: 'Sales' }];
    expect(placePeople(oneLot({ targets, seats: [1, 1], people: ['Sales', 'Sales'] }))).toEqual([0, 1]);
  });

  it('places nobody where nobody asks', () => {
    expect(placePeople({ targets: [], seats: [[], []], seekers: [], used: [] })).toEqual([]);
  });

  it('is not asked for more people than seats', () => {
    expect(() => placePeople(oneLot({ targets: [{ end: LATE }], seats: [1], people: [undefined, undefined] }))).toThrow(
      'fewer seats than the people',
    );
  });

  it('is the best placement there is, and the first in sequence among the best', () => {
    fc.assert(
      fc.property(smallProblem(), (problem) => {
        const placement = placePeople(problem);
        const best = bestByTryingAll(problem);
        expect(worthOf(problem, placement)).toEqual(best?.worth);
        expect(placement).toEqual(best?.placement);
      }),
      { numRuns: 1500 },
    );
  });

  it('is as good as the best one where targets are many and few are needed', () => {
    fc.assert(
      fc.property(problemOf({ targets: 7, seekers: 4, lots: 2, ends: 1, departments: 2 }), (problem) => {
        expect(placePeople(problem)).toEqual(bestByTryingAll(problem)?.placement);
      }),
      { numRuns: 400 },
    );
  });
});

function smallProblem(): fc.Arbitrary<PlacementProblem> {
  return problemOf({ targets: 4, seekers: 6, lots: 3, ends: 3, departments: 3 });
}

type Size = {
  readonly targets: number;
  readonly seekers: number;
  readonly lots: number;
  readonly ends: number;
  readonly departments: number;
};

/** Problems of up to that size in which every lot has seats enough. */
function problemOf(size: Size): fc.Arbitrary<PlacementProblem> {
  const department = fc.option(fc.constantFrom(...['Sales', 'Support', ' Sales', 'Field'].slice(0, size.departments)), { nil: undefined });
  const place = fc
    .record({ end: fc.constantFrom(...[LATE, SOON, OPEN_END].slice(0, size.ends)), department })
    .map(({ end, department: named }) => ({ end, ...(named !== undefined && { department: named }) }));
  const seat = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(Number.POSITIVE_INFINITY));
  return fc.array(place, { minLength: 1, maxLength: size.targets }).chain((targets) => {
    const perTarget = { minLength: targets.length, maxLength: targets.length };
    return fc
      .record({
        seats: fc.array(fc.array(seat, perTarget), { minLength: 1, maxLength: size.lots }),
        wanting: fc.array(fc.record({ lot: fc.nat(size.lots - 1), department }), { maxLength: size.seekers }),
        used: fc.uniqueArray(fc.nat(targets.length - 1), { maxLength: 1 }),
      })
      .map(({ seats, wanting, used }) => ({ targets, seats, used, seekers: asManyAsSeats(wanting, seats) }));
  });
}

type Wanting = { readonly lot: number; readonly department: string | undefined };

/** The first of each lot that its seats suffice for. */
function asManyAsSeats(wanting: readonly Wanting[], seats: PlacementProblem['seats']): PlacementProblem['seekers'] {
  const left = seats.map((free) => free.reduce((sum, each) => sum + each, 0));
  return wanting.flatMap(({ lot, department }) => {
    if ((left[lot] ?? 0) < 1) return [];
    left[lot] = (left[lot] ?? 0) - 1;
    return [{ lot, ...(department !== undefined && { department }) }];
  });
}
