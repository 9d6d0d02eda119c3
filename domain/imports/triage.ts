import type { PersonId, SubscriptionId } from '../ids.ts';
import type { FileRow, ImportRow, PersonEntry, Rejection } from './import.ts';
import type { ImportEntries, ImportFile, SubscriptionEntry } from './import-input.ts';

/** The rows of a file that concern somebody, and how many create nobody or are missing from it. */
export type TriagedFile = { readonly rows: readonly FileRow[]; readonly ignored: number; readonly absent: number };

/**
 * Rows without a contact-center licence create nobody: they only matter for people who are known, and lose what they
 * held. People who are not in the file stay as they are and are counted as absent.
 */
export function triageFile({ rows, named }: ImportFile, known: Iterable<PersonId>): TriagedFile {
  const people = new Set(known);
  const concerning = rows.filter(({ personId, assignments }) => assignments.length > 0 || people.has(personId));
  return {
    rows: concerning,
    ignored: rows.length - concerning.length,
    absent: [...people].filter((personId) => !named.has(personId)).length,
  };
}

/** Of two entries of one id the first counts: the second is rejected, as no two entries may change one thing. */
export function withoutRepeated({
  subscriptions,
  people,
  rejected,
}: ImportEntries): Pick<ImportEntries, 'subscriptions' | 'people' | 'rejected'> {
  const entries = split(subscriptions, ({ subscription }) => subscription.subscriptionId, 'duplicate-subscription');
  const persons = split(people, ({ person }) => person.personId, 'duplicate-person');
  return { subscriptions: entries.first, people: persons.first, rejected: [...rejected, ...entries.rejected, ...persons.rejected] };
}

function split<Entry extends SubscriptionEntry | PersonEntry>(
  entries: readonly Entry[],
  idOfEntry: (entry: Entry) => string,
  reason: string,
) {
  const paths = new Map<string, string>();
  const rejected: Rejection[] = [];
  const first = entries.filter((entry) => {
    const earlier = paths.get(idOfEntry(entry));
    if (earlier === undefined) paths.set(idOfEntry(entry), entry.path);
    else rejected.push({ path: entry.path, reason, detail: `The same id stands at ${earlier} already; leave one of them out.` });
    return earlier === undefined;
  });
  return { first, rejected };
}

/** A row or entry that gives somebody a licence of a subscription that the tenant does not have. */
export function unknownAssignment(row: ImportRow, known: ReadonlySet<SubscriptionId>): Rejection | undefined {
  const { assignments } = 'person' in row ? row.person : row;
  const unknown = assignments.find(({ subscriptionId }) => !known.has(subscriptionId));
  if (unknown === undefined) return undefined;
  const place = 'person' in row ? { path: `${row.path}.assignments` } : { row: row.row };
  const detail = `The tenant has no subscription ${unknown.subscriptionId}; import or create it first.`;
  return { ...place, reason: 'unknown-subscription', detail };
}
