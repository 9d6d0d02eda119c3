import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { FunctionDefinition } from './function-definition.ts';
import type { FunctionLogs } from './function-logs.ts';
import { failureOf, type Invocation, type Outcome, type WorkerMessage, type WorkerStart } from './worker-messages.ts';

/** One worker with a function's bundle loaded: handles one invocation at a time, as an execution environment in AWS does. */
export type ExecutionEnvironment = {
  /** Its calls to AWS carry this as their session token. */
  readonly id: string;
  /** Never rejects: a crash, a lack of memory and a timeout are outcomes. */
  readonly invoke: (invocation: Invocation) => Promise<Outcome>;
  /** False after a crash or a timeout: the next invocation needs another one. */
  readonly isUsable: () => boolean;
  /** Ends it in the middle of whatever it does, as a crash would: its invocation fails, and nothing of it runs on. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

type Start = {
  readonly definition: FunctionDefinition;
  readonly environment: Readonly<Record<string, string>>;
  readonly clockOffset: SharedArrayBuffer;
  readonly logs: FunctionLogs;
};

const SCRIPT = new URL('./function-worker.ts', import.meta.url);
/** Lambda's memory is for the whole process, of which about a tenth is not JavaScript's heap. */
const HEAP_SHARE = 0.9;

/** Loads the bundle in a new worker. @throws what the bundle throws while it loads, such as for a missing variable. */
export async function startExecutionEnvironment(start: Start): Promise<ExecutionEnvironment> {
  const id = randomUUID();
  const worker = workerOf(start, id);
  start.logs.capture(start.definition.name, worker.stdout);
  start.logs.capture(start.definition.name, worker.stderr);
  await loaded(worker);
  const { name, timeoutMs } = start.definition;
  const { isUsable, nextOutcome, lose, end } = followed(worker, start);
  return {
    id,
    invoke: async (invocation) => {
      const ended = nextOutcome();
      const timer = setTimeout(() => lose(new Error(`Task of ${name} timed out after ${timeoutMs / 1000} seconds.`)), timeoutMs);
      worker.postMessage(invocation);
      const outcome = await ended;
      clearTimeout(timer);
      if (!isUsable()) await end();
      return outcome;
    },
    isUsable,
    kill: async () => {
      lose(new Error('Runtime exited with error: signal: killed'));
      await end();
    },
    stop: end,
  };
}

function workerOf({ definition: { environment: _, ...definition }, environment, clockOffset }: Start, id: string): Worker {
  const data: WorkerStart = { definition, clockOffset };
  return new Worker(SCRIPT, {
    workerData: data,
    env: { ...environment, AWS_SESSION_TOKEN: id },
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: Math.floor(definition.memoryMb * HEAP_SHARE) },
  });
}

/** What becomes of a loaded worker: how the invocation that it has ends, and whether it can take another. */
function followed(worker: Worker, { definition: { name, memoryMb }, logs }: Start) {
  let usable = true;
  let finish: (outcome: Outcome) => void = () => undefined;
  let ending: Promise<number> | undefined;
  const lose = (error: unknown): void => {
    usable = false;
    finish(failureOf(error));
  };
  worker.on('message', (message: WorkerMessage) => {
    if (message === 'loaded') return;
    const { outcome, ...report } = message;
    logs.add(name, { message: 'REPORT', memoryMb, ...report });
    finish(outcome);
  });
  worker.on('error', lose);
  worker.on('exit', (code) => lose(new Error(`The function's process exited with ${code}.`)));
  const nextOutcome = (): Promise<Outcome> => {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    finish = resolve;
    return promise;
  };
  // A function that is killed in the middle of many calls is ended by each of them, and once.
  const end = async (): Promise<void> => {
    usable = false;
    ending ??= worker.terminate();
    await ending;
  };
  return { isUsable: () => usable, nextOutcome, lose, end };
}

function loaded(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => {
      worker.off('error', reject);
      resolve();
    });
  });
}
