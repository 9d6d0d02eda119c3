import type { SubscriptionId } from '../ids.ts';
import { byAssignment, type Person } from '../people/person.ts';
import { settledBySight, settledPerson } from '../reassignments/move-person.ts';
import { isAccessKind } from '../subscriptions/subscription.ts';
import type { FileRow, ImportRow } from './import.ts';
import { isSame } from './is-same.ts';

/** What one row makes of its person: `ignored` is a row without a licence of somebody who is not known. */
export type RowOutcome =
  | { readonly outcome: 'imported'; readonly before: Person | undefined; readonly person: Person }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'ignored' };

type Asked = {
  readonly row: ImportRow;
  readonly before: Person | undefined;
  /** The subscriptions that have a column in the file. */
  readonly columns: ReadonlySet<SubscriptionId>;
};

/**
 * What a row makes of a person. A whole person of a JSON import replaces the stored one; a row of a file replaces the agent
 * licences of the subscriptions in the file and nothing else. The same row twice changes nothing the second time.
 */
export function personAfter({ row, before, columns }: Asked): RowOutcome {
  if ('person' in row) return changed(before, settledPerson(row.person, before));
  if (before !== undefined) return changed(before, holdingWhatFileSays(before, row, columns));
  return row.assignments.length === 0 ? { outcome: 'ignored' } : { outcome: 'imported', before, person: newcomer(row) };
}

function changed(before: Person | undefined, person: Person): RowOutcome {
  return before !== undefined && isSame(before, person) ? { outcome: 'unchanged' } : { outcome: 'imported', before, person };
}

/** An export says nothing of roles: a new person is an agent until somebody says otherwise. */
function newcomer({ personId, name, email, department, assignments }: FileRow): Person {
  const known = { personId, name, email, ...(department !== undefined && { department }) };
  return { ...known, roles: ['agent'], status: 'active', external: false, assignments };
}

/** Add-ons have no contact-center column, so the file cannot tell of them: they stay. */
function holdingWhatFileSays(before: Person, row: FileRow, columns: ReadonlySet<SubscriptionId>): Person {
  const { moving: _settledBelow, ...rest } = before;
  const kept = before.assignments.filter(({ subscriptionId, kind }) => !isAccessKind(kind) || !columns.has(subscriptionId));
  const person = { ...rest, assignments: [...kept, ...row.assignments].toSorted(byAssignment) };
  return settledBySight(person, before);
}
