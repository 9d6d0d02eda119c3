import type { AuditAction } from '#domain/audit/entry.ts';
import type { PersonId, SubscriptionId } from '#domain/ids.ts';
import type { Person } from '#domain/people/person.ts';
import type { PutBack } from '#domain/reassignments/put-back.ts';
import type { Chunk, ChunkResult } from '#domain/reassignments/reassignment.ts';
import { audited } from './audited.ts';
import type { Change } from './change.ts';
import { seatsTaken, withoutSeat } from './chunk-seats.ts';
import type { Run } from './read-run.ts';
import type { Stored } from './stored.ts';

/** People as the run has read or written them last; what a chunk makes of them is entered into it. */
export type PeopleById = Map<PersonId, Stored<Person>>;

/** What is to be made of a chunk: forward, or back. */
export type Turn = {
  /** What becomes of the move at a place, for the person as he or she is. */
  readonly decide: (place: number, person: Stored<Person> | undefined) => PutBack;
  /** R4. Where seats are taken, and whether they have to be free. */
  readonly seatsOf: { readonly subscriptionId: SubscriptionId; readonly limited: boolean };
  /** What is said of a place for whose person no seat is left. */
  readonly noSeat: (place: number) => ChunkResult;
  readonly action: AuditAction;
  /** U1. Who asked for it. */
  readonly who: string;
};

/** One person who changes, as he or she was and will be. */
type Step = { readonly place: number; readonly before: Stored<Person>; readonly after: Stored<Person> };
type Decided = { readonly steps: readonly Step[]; readonly results: readonly ChunkResult[] };

const TRIES = 8;

/**
 * R2-R5. Carries one chunk out in one transaction: its people under their revisions, the seats as a condition, the chunk's
 * results and the audit entry. Whoever was changed meanwhile is read and decided on again. A chunk that somebody else has
 * finished meanwhile keeps those results; one before which the run was cancelled has none.
 */
export async function carryOutChunk(
  job: Run,
  { chunk, people, turn }: { readonly chunk: Chunk; readonly people: PeopleById; readonly turn: Turn },
): Promise<readonly ChunkResult[] | 'cancelled'> {
  const seatless = new Set<number>();
  for (let tried = 0; tried < TRIES; tried += 1) {
    const decided = decide(chunk, { people, turn, seatless });
    const parts = changesOf(job, chunk, { turn, decided });
    const outcome = await job.stores.commit([...parts.people, ...parts.seats, ...parts.finish]);
    if (outcome.ok) {
      for (const { after } of decided.steps) people.set(after.personId, after);
      return decided.results;
    }
    const { failed } = outcome.refusal;
    const seatsFrom = parts.people.length;
    const finishFrom = seatsFrom + parts.seats.length;
    if (failed.some((position) => position >= finishFrom)) return finishedElsewhere(job, chunk);
    const changed = decided.steps.filter((_, position) => failed.includes(position));
    await readAgain(
      job,
      people,
      changed.map(({ before }) => before.personId),
    );
    if (failed.some((position) => position >= seatsFrom)) {
      for (const { place } of await withoutSeat(job, turn.seatsOf.subscriptionId, decided.steps)) seatless.add(place);
    }
  }
  throw new Error(
    `Chunk ${chunk.number} of reassignment ${job.run.reassignmentId} found another state of its people at each of ${TRIES} tries.`,
  );
}

function decide(
  chunk: Chunk,
  { people, turn, seatless }: { readonly people: PeopleById; readonly turn: Turn; readonly seatless: ReadonlySet<number> },
): Decided {
  const steps: Step[] = [];
  const results = chunk.moves.map(({ personId }, place) => {
    if (seatless.has(place)) return turn.noSeat(place);
    const before = people.get(personId);
    const { result, held } = turn.decide(place, before);
    if (before !== undefined && held !== undefined) steps.push({ place, before, after: afterwards(before, held) });
    return result;
  });
  return { steps, results };
}

function afterwards(before: Stored<Person>, { assignments, moving }: NonNullable<PutBack['held']>): Stored<Person> {
  const { moving: _moving, ...rest } = before;
  return { ...rest, assignments, ...(moving !== undefined && { moving }), revision: before.revision + 1 };
}

type Parts = { readonly people: readonly Change[]; readonly seats: readonly Change[]; readonly finish: readonly Change[] };

function changesOf(job: Run, chunk: Chunk, { turn, decided }: { readonly turn: Turn; readonly decided: Decided }): Parts {
  const { reassignmentId } = job.run;
  const { steps, results } = decided;
  return {
    people: steps.map(({ before, after }) => ({
      change: 'reassign-person',
      personId: after.personId,
      revision: before.revision,
      assignments: after.assignments,
      moving: after.moving,
    })),
    seats: seatsTaken(steps, turn.seatsOf),
    finish: [
      {
        change: 'finish-chunk',
        reassignmentId,
        number: chunk.number,
        results,
        ...(chunk.results !== undefined && { from: chunk.results }),
      },
      ...(steps.length === 0 ? [] : [entryFor(job, chunk, { turn, steps })]),
    ],
  };
}

function entryFor(
  job: Run,
  { number, from, to, overage }: Chunk,
  { turn, steps }: { readonly turn: Turn; readonly steps: readonly Step[] },
): Change {
  const { run, ports } = job;
  return audited(
    ports,
    { who: turn.who, door: 'work' },
    {
      action: turn.action,
      subject: run.reassignmentId,
      after: { chunk: number, from, to, overage, people: steps.map(({ after }) => after.personId) },
      planHash: run.planHash,
    },
  );
}

/** Whoever of them is gone is in the map no more. */
export async function readAgain({ stores }: Run, people: PeopleById, ids: readonly PersonId[]): Promise<void> {
  if (ids.length === 0) return;
  for (const id of ids) people.delete(id);
  for (const person of await stores.readPeople(ids)) people.set(person.personId, person);
}

async function finishedElsewhere({ stores, run }: Run, { number }: Chunk): Promise<readonly ChunkResult[] | 'cancelled'> {
  const { chunks } = await stores.readChunks(run.reassignmentId, number);
  const chunk = chunks.find((each) => each.number === number);
  if (chunk?.cancelled) return 'cancelled';
  if (chunk?.results === undefined) throw new Error(`Chunk ${number} of reassignment ${run.reassignmentId} is neither open nor finished.`);
  return chunk.results;
}
