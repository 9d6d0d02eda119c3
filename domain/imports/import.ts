import type { Instant } from '../days/instant.ts';
import type { ImportId, PersonId, ReassignmentId, SubscriptionId } from '../ids.ts';
import type { Assignment, Person } from '../people/person.ts';

/** An entry that was not taken, and why: by row of a file (the header is row 1) or by path in a JSON body. */
export type Rejection = { readonly row?: number; readonly path?: string; readonly reason: string; readonly detail: string };

/** A row of a Control Hub export: what a person holds of the file's columns, and what a new person is called. */
export type FileRow = {
  readonly row: number;
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string;
  readonly department?: string;
  /** In ascending order of subscription and kind; replaces the agent licences held of the import's `columns`. */
  readonly assignments: readonly Assignment[];
};

/** A whole person of a JSON import, which replaces the stored one. `path` names the entry: `people[3]`. */
export type PersonEntry = { readonly path: string; readonly person: Person };

/** One person of an import. */
export type ImportRow = FileRow | PersonEntry;

/** An import's header and progress. */
export type Import = {
  readonly importId: ImportId;
  readonly startedBy: string;
  readonly startedAt: Instant;
  readonly status: 'running' | 'done';
  readonly chunks: number;
  readonly chunksDone: number;
  /** CSV: the subscriptions that have a contact-center column in the file; only these are replaced. */
  readonly columns: readonly SubscriptionId[];
  /** Entries that changed something. */
  readonly imported: number;
  /** Entries that are already as they say. */
  readonly unchanged: number;
  /** Rows without a contact-center licence of people who are not known: they create nobody. */
  readonly ignored: number;
  /** People of the tenant who are not in the file; they stay as they are. */
  readonly absent: number;
  /** The first 200 of them, so that the header fits its item. */
  readonly rejected: readonly Rejection[];
  readonly rejectedCount: number;
  /** R1. Reassignments of which it has shown moves to be over. */
  readonly settles?: readonly ReassignmentId[];
};

/** How many rejections an import keeps to show. */
export const REJECTIONS_KEPT = 200;

/** People in one chunk: with the subscriptions' seat counters, the audit entry and the chunk itself, one transaction of at most 100 items. */
export const PEOPLE_PER_IMPORT_CHUNK = 70;

/** Entries up to which an import is done within its request. */
export const ENTRIES_AT_ONCE = 500;
