import { byId } from '../ids.ts';
import { type Assignment, byAssignment, isSameAssignment, type Person } from '../people/person.ts';

/** One person of the file: `TRUE` for a licence that is to be added, `FALSE` for one to be removed, nothing where none changes. */
export type ControlHubRow = { readonly email: string; readonly cells: readonly ('TRUE' | 'FALSE' | '')[] };
export type ControlHubRows = { readonly columns: readonly string[]; readonly rows: readonly ControlHubRow[] };

/** The labels of Control Hub's own export for the kinds that give access; an add-on's column is called by its kind. */
const LABELS: Readonly<Record<string, string>> = {
  'premium-agent': 'Webex Contact Center Premium Agent',
  'standard-agent': 'Webex Contact Center Standard Agent',
};

/**
 * R1. What Control Hub's "add and remove services" import needs for the people who are on the way: a column per licence
 * kind and subscription that changes for anybody, a row per person in ascending order of id.
 */
export function controlHubRows(waiting: readonly Person[]): ControlHubRows {
  const licences = distinct(waiting.flatMap(({ moving }) => moving?.moves ?? []).flatMap(({ from, to }) => [from, to]));
  const rows = waiting
    .toSorted((left, right) => byId(left.personId, right.personId))
    .map(({ email, moving }) => ({ email, cells: licences.map((licence) => cellOf(licence, moving)) }));
  return { columns: licences.map(labelOf), rows };
}

function labelOf({ kind, subscriptionId }: Assignment): string {
  return `${LABELS[kind] ?? kind} [${subscriptionId}]`;
}

function cellOf(licence: Assignment, moving: Person['moving']): ControlHubRow['cells'][number] {
  const moves = moving?.moves ?? [];
  if (moves.some(({ to }) => isSameAssignment(to, licence))) return 'TRUE';
  return moves.some(({ from }) => isSameAssignment(from, licence)) ? 'FALSE' : '';
}

function distinct(licences: readonly Assignment[]): readonly Assignment[] {
  return [...new Map(licences.map((licence) => [`${licence.subscriptionId}#${licence.kind}`, licence])).values()].toSorted(byAssignment);
}
