import type { Day } from '../../days/day.ts';
import { byId } from '../../ids.ts';
import { comparedDepartment } from '../department.ts';

/** Where somebody can be placed: what P4 compares. Targets are named by their place in a list in order of id. */
export type Place = { readonly end: Day; readonly department?: string };

/** Seats of one lot are given to the lot's people only: the free seats of a kind, or those beyond the commitment. */
export type Seeker = { readonly lot: number; readonly department?: string };

/** P4. People in the order of moves, and per lot the seats at each target; a lot has at least as many seats as people. */
export type PlacementProblem = {
  readonly targets: readonly Place[];
  readonly seats: readonly (readonly number[])[];
  readonly seekers: readonly Seeker[];
  /** Targets that are used whatever happens here: somebody is already there. */
  readonly used: readonly number[];
};

/**
 * What makes targets alike for P4. A class holds those that end on the same day, the latest first; a department those of one
 * department. Targets without one share the last department, `none`, to which nobody belongs.
 */
export type Layout = {
  readonly classOf: readonly number[];
  readonly departmentOf: readonly number[];
  readonly classes: number;
  readonly departments: number;
  readonly none: number;
  /** The department's number where a target has it, else `none`. */
  readonly numberOf: (department: string | undefined) => number;
};

/** Reads the classes and departments of a problem's targets. */
export function layoutOf(targets: readonly Place[]): Layout {
  const ends = [...new Set(targets.map(({ end }) => end))].toSorted((left, right) => byId(right, left));
  const named = new Set(targets.map(({ department }) => comparedDepartment(department)).filter((department) => department !== undefined));
  const numbers = new Map([...named].toSorted(byId).map((department, number) => [department, number]));
  const none = numbers.size;
  const numberOf = (department: string | undefined) => numbers.get(comparedDepartment(department) ?? '') ?? none;
  return {
    classOf: targets.map(({ end }) => ends.indexOf(end)),
    departmentOf: targets.map(({ department }) => numberOf(department)),
    classes: ends.length,
    departments: none + 1,
    none,
    numberOf,
  };
}
