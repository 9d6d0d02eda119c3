import type { PersonId } from '#domain/ids.ts';
import type { Person } from '#domain/people/person.ts';
import { seatDeltas, sumOfSeatDeltas } from '#domain/people/seat-deltas.ts';
import { arrivedPerson } from '#domain/reassignments/move-person.ts';
import type { Chunk } from '#domain/reassignments/reassignment.ts';
import { audited } from './audited.ts';
import type { Change } from './change.ts';
import type { Progress } from './purge-tenant.ts';
import { allChunks } from './read-reassignment.ts';
import type { Run } from './read-run.ts';
import { settleReassignment } from './settle-moves.ts';
import type { Stored } from './stored.ts';

type Confirming = { readonly before: Stored<Person>; readonly after: Person };

/** R1. Somebody said that Control Hub has carried the file out: what was on the way has come, a chunk a transaction. */
export async function confirmEverybody(job: Run, hasTime: () => boolean): Promise<Progress> {
  const people = new Map(job.snapshot.people.map((person) => [person.personId, person]));
  for (const chunk of await allChunks(job.stores, job.run.reassignmentId)) {
    if (!hasTime() || !(await confirmChunk(job, chunk, people))) return 'out-of-time';
  }
  return settleReassignment(job);
}

/** False when somebody changed one of its people meanwhile: then everything is read again. */
async function confirmChunk(job: Run, chunk: Chunk, people: Map<PersonId, Stored<Person>>): Promise<boolean> {
  const { run, ports, stores } = job;
  const waiting = chunk.moves.flatMap(({ personId }) => confirmingOf(people.get(personId), run.reassignmentId));
  const confirming = waiting.slice(0, mostAtOnce(waiting));
  if (confirming.length === 0) return true;
  const outcome = await stores.commit([
    ...confirming.map(
      ({ before, after }): Change => ({
        change: 'reassign-person',
        personId: before.personId,
        revision: before.revision,
        assignments: after.assignments,
        moving: undefined,
      }),
    ),
    ...[...sumOfSeatDeltas(confirming.map(({ before, after }) => seatDeltas(before, after)))].map(
      ([subscriptionId, seats]): Change => ({ change: 'take-seats', subscriptionId, seats }),
    ),
    audited(
      ports,
      { who: run.confirmedBy?.who ?? run.startedBy, door: run.confirmedBy?.door ?? 'work' },
      {
        action: 'moves-confirmed',
        subject: run.reassignmentId,
        after: { chunk: chunk.number, from: chunk.from, to: chunk.to, people: confirming.map(({ before }) => before.personId) },
        planHash: run.planHash,
      },
    ),
  ]);
  if (!outcome.ok) return false;
  for (const { before, after } of confirming) people.set(before.personId, { ...after, revision: before.revision + 1 });
  return confirming.length === waiting.length || confirmChunk(job, chunk, people);
}

/** A transaction takes 100 changes, the audit entry and each subscription's seats among them: licences of many leave room for fewer. */
function mostAtOnce(waiting: readonly Confirming[]): number {
  return 99 - sumOfSeatDeltas(waiting.map(({ before, after }) => seatDeltas(before, after))).size;
}

function confirmingOf(before: Stored<Person> | undefined, reassignmentId: Run['run']['reassignmentId']): readonly Confirming[] {
  if (before?.moving?.reassignmentId !== reassignmentId) return [];
  const { moving: _moving, revision: _revision, ...rest } = before;
  return [{ before, after: { ...rest, assignments: arrivedPerson(before).assignments } }];
}
