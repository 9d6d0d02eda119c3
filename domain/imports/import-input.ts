import type { PersonId, SubscriptionId } from '../ids.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { FileRow, PersonEntry, Rejection } from './import.ts';

/** A whole subscription of a JSON import. `path` names the entry: `subscriptions[0]`. */
export type SubscriptionEntry = { readonly path: string; readonly subscription: Subscription };

/** A Control Hub user export as it was read: nothing of it is held against what is stored yet. */
export type ImportFile = {
  readonly from: 'file';
  /** The subscriptions that have a contact-center column, in ascending order. */
  readonly columns: readonly SubscriptionId[];
  /** Those of them whose column says `(Suspended)`. */
  readonly suspended: readonly SubscriptionId[];
  readonly rows: readonly FileRow[];
  /** Everybody whom the file names, those of rejected rows included: they are not absent. */
  readonly named: ReadonlySet<PersonId>;
  readonly rejected: readonly Rejection[];
};

/** A JSON import: entries as in the PUTs, bad ones already rejected. */
export type ImportEntries = {
  readonly from: 'entries';
  readonly subscriptions: readonly SubscriptionEntry[];
  readonly people: readonly PersonEntry[];
  readonly rejected: readonly Rejection[];
};

/** What somebody asks to import. */
export type ImportInput = ImportFile | ImportEntries;

/** How many entries somebody sent, good and bad: few are taken within the request, many by `work`. */
export function entriesIn(input: ImportInput): number {
  const good = input.from === 'file' ? input.rows.length : input.subscriptions.length + input.people.length;
  return good + input.rejected.length;
}
