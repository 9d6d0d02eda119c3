import type { Day } from '../days/day.ts';
import type { SubscriptionId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { decideSubscriptions } from './decide-subscriptions.ts';
import type { ImportRow, Rejection } from './import.ts';
import type { ImportEntries, ImportFile, ImportInput } from './import-input.ts';
import { personAfter } from './person-after.ts';
import { triageFile, unknownAssignment, withoutRepeated } from './triage.ts';

/** What an import comes to. */
export type ImportCounts = {
  readonly imported: number;
  readonly unchanged: number;
  readonly ignored: number;
  readonly absent: number;
  readonly rejected: readonly Rejection[];
};

type Against = { readonly subscriptions: readonly Subscription[]; readonly people: readonly Person[]; readonly today: Day };

/** What an import would come to against what is stored, without writing anything: the answer of a dry run. */
export function previewImport(input: ImportInput, against: Against): ImportCounts {
  return input.from === 'file' ? previewFile(input, against) : previewEntries(input, against);
}

function previewFile(file: ImportFile, { people }: Against): ImportCounts {
  const { rows, ignored, absent } = triageFile(
    file,
    people.map(({ personId }) => personId),
  );
  return { ...countsOf({ rows, people, columns: new Set(file.columns) }), ignored, absent, rejected: file.rejected };
}

function previewEntries(input: ImportEntries, { subscriptions: stored, people, today }: Against): ImportCounts {
  const entries = withoutRepeated(input);
  const decided = decideSubscriptions({ entries: entries.subscriptions, stored, today });
  const known = new Set(
    [...stored, ...decided.changed.map(({ subscription }) => subscription)].map(({ subscriptionId }) => subscriptionId),
  );
  const unknown = entries.people.flatMap((entry) => unknownAssignment(entry, known) ?? []);
  const rows = entries.people.filter((entry) => unknownAssignment(entry, known) === undefined);
  const { imported, unchanged } = countsOf({ rows, people, columns: new Set() });
  return {
    imported: imported + decided.changed.length,
    unchanged: unchanged + decided.unchanged,
    ignored: 0,
    absent: 0,
    rejected: [...entries.rejected, ...decided.rejected, ...unknown],
  };
}

type Rows = { readonly rows: readonly ImportRow[]; readonly people: readonly Person[]; readonly columns: ReadonlySet<SubscriptionId> };

function countsOf({ rows, people, columns }: Rows): { readonly imported: number; readonly unchanged: number } {
  const known = new Map(people.map((person) => [person.personId, person]));
  const outcomes = rows.map((row) => personAfter({ row, before: known.get(personIdOf(row)), columns }).outcome);
  return {
    imported: outcomes.filter((each) => each === 'imported').length,
    unchanged: outcomes.filter((each) => each === 'unchanged').length,
  };
}

/** Whom a row is about. */
export function personIdOf(row: ImportRow): Person['personId'] {
  return 'person' in row ? row.person.personId : row.personId;
}
