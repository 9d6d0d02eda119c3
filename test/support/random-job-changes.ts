import { secondsAfter } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import type { Chunk, ChunkResult, ReassignmentStatus } from '#domain/reassignments/reassignment.ts';
import { IDS } from './all-reads.ts';
import { aPerson } from './builders.ts';
import { aChunk, anEntry, anImport, aRun } from './kept-nouns.ts';
import { aRunId, perhaps, type RandomChanges, type World } from './random-world.ts';

type Results = readonly ChunkResult[];
type Moves = Chunk['moves'];

const STATUSES = ['running', 'awaiting-control-hub', 'done', 'undoing', 'cancelled'] as const satisfies readonly ReassignmentStatus[];
const RESULTS: readonly [Results, ...Results[]] = [
  [{ outcome: 'moved' }],
  [{ outcome: 'moved', kept: ['wfo'] }],
  [{ outcome: 'skipped', reason: 'changed-since' }],
  [],
];
const { moves } = aChunk();
const MOVES: readonly [Moves, ...Moves[]] = [moves, moves.map((move) => ({ ...move, addOns: ['wfo'], alreadyThere: true })), []];
const DAY_SECONDS = 24 * 60 * 60;
const anImportId = ({ draw }: World) => idOf.import(draw.pick(IDS.imports));

/** Changes of reassignments and their parts. */
export const OF_RUNS = {
  'start-reassignment': (w) => ({ change: 'start-reassignment', reassignment: aRun(aRunId(w)) }),
  'advance-reassignment': (w) => {
    const id = aRunId(w);
    const progress = { status: w.draw.pick(STATUSES), chunksDone: w.draw.int(3), counts: { moving: w.draw.int(2) } };
    const confirmed = perhaps(w, { confirmedBy: { who: 'anna', door: 'api', at: w.now } as const });
    const revision = w.draw.mostly(w.runRevisions.get(id) ?? 1, 9);
    return { change: 'advance-reassignment', reassignment: aRun(id, { ...progress, ...confirmed }), revision };
  },
  'require-reassignment': (w) => {
    const reassignmentId = aRunId(w);
    return { change: 'require-reassignment', reassignmentId, revision: w.draw.mostly(w.runRevisions.get(reassignmentId) ?? 1, 9) };
  },
  'put-chunk': (w) => ({
    change: 'put-chunk',
    reassignmentId: aRunId(w),
    chunk: { ...aChunk(w.draw.int(3)), moves: w.draw.pick(MOVES), ...(w.draw.int(8) === 0 && { results: w.draw.pick(RESULTS) }) },
  }),
  'put-not-moving': (w) => ({
    change: 'put-not-moving',
    reassignmentId: aRunId(w),
    page: w.draw.int(2),
    people: w.draw.pick([[], [{ personId: idOf.person('agent-1'), outcome: 'staying' }]]),
  }),
  'finish-chunk': (w) => ({
    change: 'finish-chunk',
    reassignmentId: aRunId(w),
    number: w.draw.int(3),
    results: w.draw.pick(RESULTS),
    ...perhaps(w, { from: w.draw.pick(RESULTS) }),
  }),
  'cancel-chunk': (w) => ({ change: 'cancel-chunk', reassignmentId: aRunId(w), number: w.draw.int(3) }),
} satisfies Partial<RandomChanges>;

/** Changes of imports and their chunks. */
export const OF_IMPORTS = {
  'start-import': (w) => ({ change: 'start-import', import: anImport(anImportId(w)) }),
  'advance-import': (w) => {
    const id = anImportId(w);
    const progress = { status: w.draw.mostly('running' as const, 'done' as const), chunksDone: w.draw.int(3) };
    return { change: 'advance-import', import: anImport(id, progress), chunksDone: w.draw.mostly(w.importsDone.get(id) ?? 0, 2) };
  },
  'put-import-chunk': (w) => ({
    change: 'put-import-chunk',
    importId: anImportId(w),
    number: w.draw.int(2),
    rows: w.draw.pick([[], [{ path: 'people[0]', person: aPerson() }]]),
  }),
  'finish-import-chunk': (w) => ({
    change: 'finish-import-chunk',
    importId: anImportId(w),
    number: w.draw.int(2),
    imported: w.draw.int(2),
    unchanged: 0,
    rejected: w.draw.pick([[], [{ row: 2, reason: 'no-email', detail: 'Row 2 has no e-mail address.' }]]),
  }),
} satisfies Partial<RandomChanges>;

/** Changes of the books. */
export const OF_BOOKS = {
  'remember-answer': (w) => ({
    change: 'remember-answer',
    answer: {
      key: w.draw.pick(IDS.answers),
      requestHash: String(w.draw.int(9)),
      status: 200,
      body: w.draw.pick<unknown>([undefined, null, { a: [1, { b: undefined }], c: 'x' }, 'text']),
      expiresAt: secondsAfter(w.now, DAY_SECONDS),
    },
  }),
  'append-audit': (w) => ({
    change: 'append-audit',
    entry: { ...anEntry(`01ENTRY${w.draw.int(9)}`), at: w.now, after: { n: w.draw.int(9) } },
  }),
  'append-chain-link': (w) => {
    const number = 1 + w.draw.int(4);
    const previous = perhaps(w, { previous: { entryId: '00ENTRY', hash: 'c' } });
    return { change: 'append-chain-link', link: { number, entryId: `01ENTRY${number}`, entryHash: 'a', hash: 'b', ...previous } };
  },
} satisfies Partial<RandomChanges>;
