import { execFileSync } from 'node:child_process';
import type { MemoryReport } from './memory-reports.ts';
import { tableOf, writeResults } from './results.ts';
import type { Step } from './steps.ts';

type Fetched = { readonly items: number; readonly units: number; readonly seconds: number };
type Measured = {
  readonly people: number;
  readonly steps: readonly Step[];
  readonly fetched: Fetched;
  readonly memory: readonly MemoryReport[];
};

/** F1-F3. What is promised of moving people, of the daily check, and of every function's memory. */
const PROMISED = { writeUnits: 2.3, requests: 0.0115, dailyUnits: 1.1, dailySeconds: 2, memoryMb: 512 };

/** Writes what a large tenant took to the results, each promise beside what was measured, kept or not. */
export function reportScale(measured: Measured): void {
  const { people, steps, memory } = measured;
  writeResults({
    command: `npm run scale -- --people ${people}`,
    about: `F1-F3. A tenant of ${people} people on the local stack, mode \`book\`: imported from Control Hub exports, checked, planned, moved to another subscription and put back.`,
    body: [
      tableOf([
        ['step', 'seconds', 'people a second', 'read units', 'write units', 'requests to the table'],
        ...steps.map((each) => rowOf(each, people)),
      ]),
      'Seats were exact after the move and after the undo. The promises, a person where not said otherwise:',
      tableOf([['promise', 'at most', 'measured', ''], ...promises(measured)]),
      'Memory in MB: JavaScript heap and buffers at their highest, and Node.js itself, measured as a process that does nothing.',
      memoryTable(memory),
    ].join('\n\n'),
  });
}

function rowOf({ name, seconds, read, written, calls }: Step, people: number): readonly (string | number)[] {
  return [name, seconds.toFixed(1), Math.round(people / seconds), Math.round(read), Math.round(written), calls];
}

function promises({ people, steps, fetched }: Measured): readonly (readonly (string | number)[])[] {
  const named = (name: string) => {
    const found = steps.find((each) => each.name.startsWith(name));
    if (found === undefined) throw new Error(`There was no step ${name}.`);
    return found;
  };
  const [daily, move, undo] = [named('daily check'), named('move'), named('undo')];
  return [
    promise('F3 write units of a move', PROMISED.writeUnits, move.written / people),
    promise('F3 requests of a move', PROMISED.requests, move.calls / people),
    promise('F3 write units of an undo', PROMISED.writeUnits, undo.written / people),
    promise('F3 requests of an undo', PROMISED.requests, undo.calls / people),
    promise('F1 read units of the daily check, to those of the items', PROMISED.dailyUnits, daily.read / fetched.units),
    promise('F2 seconds of the daily check, to those of fetching the items', PROMISED.dailySeconds, daily.seconds / fetched.seconds),
  ];
}

function promise(what: string, atMost: number, measured: number): readonly (string | number)[] {
  return [what, atMost, measured < 0.1 ? measured.toFixed(4) : measured.toFixed(2), measured <= atMost ? 'kept' : '**missed**'];
}

function memoryTable(memory: readonly MemoryReport[]): string {
  const node = nodeItselfMb();
  const rows = memory
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
