import { execFileSync } from 'node:child_process';
import { accessKeyOf } from '#local/gate/callers.ts';
import type { FunctionReport } from './function-reports.ts';
import { tableOf, writeResults } from './results.ts';
import { type Step, sumOf } from './steps.ts';

type Fetched = { readonly items: number; readonly units: number; readonly seconds: number };
type Measured = {
  readonly people: number;
  readonly steps: readonly Step[];
  readonly fetched: Fetched;
  /** How long the function took for the daily check. */
  readonly checkMs: number;
  readonly reports: readonly FunctionReport[];
};

/** F1-F3. What is promised of moving people, of the daily check, and of every function's memory. */
const PROMISED = { writeUnits: 2.3, requests: 0.0115, dailyUnits: 1.1, dailySeconds: 2, memoryMb: 512 };

/** Writes what a large tenant took to the results, each promise beside what was measured, kept or not. */
export function reportScale(measured: Measured): void {
  const { people, steps, reports } = measured;
  writeResults({
    command: `npm run scale -- --people ${people}`,
    about: `F1-F3. A tenant of ${people} people on the local stack, mode \`book\`: imported from Control Hub exports, checked, planned, moved to another subscription and put back.`,
    body: [
      tableOf([
        ['step', 'seconds', 'people a second', 'read units', 'write units', 'requests to the table'],
        ...steps.map((each) => rowOf(each, people)),
      ]),
      'Seats were exact after the move and after the undo. A step has all that was asked of the table meanwhile: schedules, checks and deliveries, too. The promises are held against the functions that do the work (`api` and `work`; `check-tenant`), F3 for each person:',
      tableOf([['promise', 'at most', 'measured', ''], ...promises(measured)]),
      'Memory in MB: JavaScript heap and buffers at their highest, and Node.js itself, measured as a process that does nothing.',
      memoryTable(reports),
    ].join('\n\n'),
  });
}

function rowOf(step: Step, people: number): readonly (string | number)[] {
  const { name, seconds } = step;
  const { read, written, calls } = sumOf(step);
  return [name, seconds.toFixed(1), Math.round(people / seconds), Math.round(read), Math.round(written), calls];
}

function promises({ people, steps, fetched, checkMs, reports }: Measured): readonly (readonly (string | number)[])[] {
  const by = (step: string, ...words: readonly string[]) => {
    const found = steps.find(({ name }) => name.startsWith(step));
    if (found === undefined) throw new Error(`There was no step ${step}.`);
    const names = reports.map(({ functionName }) => functionName).filter((name) => words.some((word) => name.includes(word)));
    return sumOf(found, names.map(accessKeyOf));
  };
  const [move, undo] = [by('move', 'ApiFunction', 'WorkFunction'), by('undo', 'ApiFunction', 'WorkFunction')];
  return [
    promise('F3 write units of a move', PROMISED.writeUnits, move.written / people),
    promise('F3 requests of a move', PROMISED.requests, move.calls / people),
    promise('F3 write units of an undo', PROMISED.writeUnits, undo.written / people),
    promise('F3 requests of an undo', PROMISED.requests, undo.calls / people),
    promise(
      'F1 read units of the daily check, to those of the items',
      PROMISED.dailyUnits,
      by('daily', 'CheckTenant').read / fetched.units,
    ),
    promise('F2 time of the daily check, to that of fetching the items', PROMISED.dailySeconds, checkMs / 1000 / fetched.seconds),
  ];
}

function promise(what: string, atMost: number, measured: number): readonly (string | number)[] {
  return [what, atMost, measured < 0.1 ? measured.toFixed(4) : measured.toFixed(2), measured <= atMost ? 'kept' : '**missed**'];
}

function memoryTable(reports: readonly FunctionReport[]): string {
  const node = nodeItselfMb();
  const rows = reports
    .toSorted((left, right) => right.maxMemoryMb - left.maxMemoryMb)
    .map(({ functionName, memoryMb, maxMemoryMb }) => {
      const all = maxMemoryMb + node;
      return [functionName, memoryMb, maxMemoryMb, all, all <= PROMISED.memoryMb ? 'kept' : '**missed**'];
    });
  return tableOf([['function', 'has', 'heap and buffers', 'with Node.js', `at most ${PROMISED.memoryMb}`], ...rows]);
}

function nodeItselfMb(): number {
  const bytes = execFileSync(process.execPath, ['-e', 'console.log(process.memoryUsage.rss() - process.memoryUsage().heapTotal)'], {
    encoding: 'utf8',
  });
  return Math.ceil(Number(bytes) / (1024 * 1024));
}
