import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { installMovedDate } from '#local/clock/moved-date.ts';
import { contextOf } from './lambda-context.ts';
import { memoryMark } from './memory-mark.ts';
import { failureOf, type Invocation, type Outcome, type WorkerMessage, type WorkerStart } from './worker-messages.ts';

type Handler = (event: unknown, context: unknown) => unknown;

/** Runs in a worker thread: one environment of one function, which handles one invocation at a time. */
function run({ definition, clockOffset }: WorkerStart): void {
  installMovedDate(clockOffset);
  const handler = load(definition);
  const say = (message: WorkerMessage): void => parentPort?.postMessage(message);
  const memory = memoryMark();
  parentPort?.on('message', async ({ requestId, event }: Invocation) => {
    const began = performance.now();
    const outcome = await memory.during(() => outcomeOf(() => handler(JSON.parse(event), contextOf(definition, requestId))));
    say({ requestId, outcome, durationMs: Math.round(performance.now() - began), maxMemoryMb: memory.highestMb() });
  });
  say('loaded');
}

function load({ name, file, handler }: WorkerStart['definition']): Handler {
  const exports: unknown = createRequire(file)(file);
  const found: unknown = typeof exports === 'object' && exports !== null ? Reflect.get(exports, handler) : undefined;
  if (typeof found !== 'function') throw new Error(`The bundle of ${name} exports no function ${handler}.`);
  return (event, context) => Reflect.apply(found, undefined, [event, context]);
}

async function outcomeOf(invoke: () => unknown): Promise<Outcome> {
  try {
    return { ok: true, payload: JSON.stringify((await invoke()) ?? null) };
  } catch (error) {
    return failureOf(error);
  }
}

run(workerData);
