import type { PersonId, ReassignmentId, SubscriptionId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import { seatDeltas } from '../people/seat-deltas.ts';
import type { ImportRow, Rejection } from './import.ts';
import { personAfter } from './person-after.ts';
import { personIdOf } from './preview-import.ts';
import type { Take } from './slices.ts';
import { unknownAssignment } from './triage.ts';

/** One person whom an import changes. */
export type ChangedPerson = { readonly before: Person | undefined; readonly person: Person };

/** What a chunk's rows come to against the people and subscriptions of this moment. */
export type AppliedRows = {
  readonly changed: readonly ChangedPerson[];
  readonly unchanged: readonly PersonId[];
  readonly ignored: number;
  readonly rejected: readonly Rejection[];
};

type Asked = {
  readonly rows: readonly ImportRow[];
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly known: ReadonlySet<SubscriptionId>;
  readonly columns: ReadonlySet<SubscriptionId>;
};

/** Decides a chunk's rows. A row whose subscription does not exist is rejected, also when it was deleted a moment ago. */
export function appliedRows({ rows, people, known, columns }: Asked): AppliedRows {
  const changed: ChangedPerson[] = [];
  const unchanged: PersonId[] = [];
  const rejected: Rejection[] = [];
  let ignored = 0;
  for (const row of rows) {
    const rejection = unknownAssignment(row, known);
    const decided = personAfter({ row, before: people.get(personIdOf(row)), columns });
    if (rejection !== undefined) rejected.push(rejection);
    else if (decided.outcome === 'imported') changed.push(decided);
    else if (decided.outcome === 'unchanged') unchanged.push(personIdOf(row));
    else ignored += 1;
  }
  return { changed, unchanged, ignored, rejected };
}

/** R1. The reassignments of which these changes show a move to be over. */
export function settledBy(changed: readonly ChangedPerson[]): readonly ReassignmentId[] {
  const over = changed.flatMap(({ before, person }) =>
    before?.moving !== undefined && person.moving === undefined ? [before.moving.reassignmentId] : [],
  );
  return [...new Set(over)];
}

/** As many people as fit one transaction with the counters of every subscription they touch, and one audit entry. */
export function oneTransaction({
  items,
  characters: room,
}: {
  readonly items: number;
  readonly characters: number;
}): () => Take<ChangedPerson> {
  return () => {
    const touched = new Set<SubscriptionId>();
    let people = 0;
    let characters = 0;
    return ({ before, person }) => {
      people += 1;
      characters += JSON.stringify([before, person]).length;
      for (const subscriptionId of seatDeltas(before, person).keys()) touched.add(subscriptionId);
      return people + touched.size <= items && characters <= room;
    };
  };
}
