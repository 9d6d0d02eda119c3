import type { PersonId } from '#domain/ids.ts';
import type { Person } from '#domain/people/person.ts';
import { movedPerson } from '#domain/reassignments/move-person.ts';
import type { Chunk, ChunkMove, ChunkResult } from '#domain/reassignments/reassignment.ts';
import { audited } from './audited.ts';
import type { Run } from './carry-out-reassignment.ts';
import type { Change } from './change.ts';
import { seatsTaken, withoutSeat } from './chunk-seats.ts';
import type { Stored } from './stored.ts';

/** People as the run has read or written them last; a chunk's moves are entered into it. */
export type PeopleById = Map<PersonId, Stored<Person>>;

/** One move of the chunk, with the person as he or she was and will be. */
type Step = { readonly place: number; readonly move: ChunkMove; readonly before: Stored<Person>; readonly after: Stored<Person> };
/** What the tries before have shown of each place of the chunk. */
type Ruled = ReadonlyMap<number, ChunkResult>;

const TRIES = 8;

/**
 * R2-R5. Carries one chunk out in one transaction: the people whose revision is the plan's, the seats as a condition, the
 * chunk's results and the audit entry. Whoever changed since the plan is skipped; whom no seat is left for, failed.
 * A chunk that somebody else has finished meanwhile keeps those results.
 */
export async function executeChunk(job: Run, chunk: Chunk, people: PeopleById): Promise<readonly ChunkResult[]> {
  let ruled: Ruled = changedSince(chunk, people);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const steps = stepsOf(job, chunk, { people, ruled });
    const results = chunk.moves.map((move, place) => ruled.get(place) ?? resultOf(job, move));
    const { people: moves, seats, finish } = changesOf(job, chunk, { steps, results });
    const outcome = await job.stores.commit([...moves, ...seats, ...finish]);
    if (outcome.ok) {
      for (const { after } of steps) people.set(after.personId, after);
      return results;
    }
    const { failed } = outcome.refusal;
    if (failed.some((position) => position >= moves.length + seats.length)) return finishedElsewhere(job, chunk);
    ruled = new Map([
      ...ruled,
      ...skippedOf(steps, failed),
      ...(failed.some((position) => position >= moves.length) ? await foundNoSeat(job, chunk, steps) : []),
    ]);
  }
  throw new Error(
    `Chunk ${chunk.number} of reassignment ${job.run.reassignmentId} found another state of its people at each of ${TRIES} tries.`,
  );
}

const SKIPPED: ChunkResult = { outcome: 'skipped', reason: 'changed-since' };
const NO_SEAT: ChunkResult = { outcome: 'failed', reason: 'no-seat' };

function changedSince({ moves }: Chunk, people: PeopleById): Ruled {
  return new Map(
    moves.flatMap(({ personId, revision }, place) => (people.get(personId)?.revision === revision ? [] : [[place, SKIPPED] as const])),
  );
}

function resultOf({ run }: Run, { alreadyThere }: ChunkMove): ChunkResult {
  if (run.mode !== 'book') return { outcome: 'moving' };
  return { outcome: alreadyThere ? 'already-there' : 'moved' };
}

function stepsOf({ run }: Run, chunk: Chunk, { people, ruled }: { readonly people: PeopleById; readonly ruled: Ruled }): readonly Step[] {
  return chunk.moves.flatMap((move, place) => {
    const before = people.get(move.personId);
    if (ruled.has(place) || before === undefined) return [];
    const { moving, assignments } = movedPerson({ person: before, chunk, move, mode: run.mode, reassignmentId: run.reassignmentId });
    const { moving: _moving, ...rest } = before;
    return [
      { place, move, before, after: { ...rest, assignments, ...(moving !== undefined && { moving }), revision: before.revision + 1 } },
    ];
  });
}

type Parts = { readonly people: readonly Change[]; readonly seats: readonly Change[]; readonly finish: readonly Change[] };

function changesOf(
  job: Run,
  chunk: Chunk,
  { steps, results }: { readonly steps: readonly Step[]; readonly results: readonly ChunkResult[] },
): Parts {
  const { reassignmentId } = job.run;
  return {
    people: steps.map(({ before, after }) => ({
      change: 'reassign-person',
      personId: after.personId,
      revision: before.revision,
      assignments: after.assignments,
      moving: after.moving,
    })),
    seats: seatsTaken(job, chunk, steps),
    finish: [
      { change: 'finish-chunk', reassignmentId, number: chunk.number, results },
      ...(steps.length === 0 ? [] : [entryFor(job, chunk, steps)]),
    ],
  };
}

function entryFor(job: Run, { number, from, to, overage }: Chunk, steps: readonly Step[]): Change {
  const { run, ports } = job;
  return audited(
    ports,
    { who: run.startedBy, door: 'work' },
    {
      action: run.mode === 'book' ? 'people-moved' : 'people-marked-moving',
      subject: run.reassignmentId,
      after: { chunk: number, from, to, overage, people: steps.map(({ move }) => move.personId) },
      planHash: run.planHash,
    },
  );
}

function skippedOf(steps: readonly Step[], failed: readonly number[]): Ruled {
  return new Map(failed.flatMap((position) => (steps[position] === undefined ? [] : [[steps[position].place, SKIPPED] as const])));
}

async function foundNoSeat(job: Run, chunk: Chunk, steps: readonly Step[]): Promise<Ruled> {
  return new Map((await withoutSeat(job, chunk, steps)).map(({ place }) => [place, NO_SEAT]));
}

async function finishedElsewhere({ stores, run }: Run, { number }: Chunk): Promise<readonly ChunkResult[]> {
  const { chunks } = await stores.readChunks(run.reassignmentId, number);
  const results = chunks.find((chunk) => chunk.number === number)?.results;
  if (results === undefined) throw new Error(`Chunk ${number} of reassignment ${run.reassignmentId} is neither open nor finished.`);
  return results;
}
