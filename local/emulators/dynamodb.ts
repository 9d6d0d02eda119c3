import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartFailure } from '#local/failure.ts';
import { type BoundProcess, startBound } from './bound-process.ts';
import { dynoxideBinary } from './dynoxide-binary.ts';
import { freePort } from './free-port.ts';

export type DynamoDb = { readonly endpoint: string; readonly stop: () => Promise<void> };

type Start = {
  /** Where the tables are kept; in memory when absent. */
  readonly file?: string;
  /** Called when the emulator ends without having been stopped. */
  readonly onLost: (failure: StartFailure) => void;
};

const TRIES = 5;
/** Local start-up takes about 30 ms; this is for a computer that is very busy. */
const READY_WITHIN_MS = 10_000;

/** Starts the DynamoDB emulator on a free port. @throws StartFailure when it is missing or does not start. */
export async function startDynamoDb({ file, onLost }: Start): Promise<DynamoDb> {
  const binary = dynoxideBinary();
  let said = '';
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const port = await freePort();
    const child = startBound(binary, ['--port', String(port), ...(file === undefined ? [] : ['--db-path', file])]);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-2000);
    });
    const endpoint = `http://127.0.0.1:${port}`;
    if (await becomesReady(child, endpoint)) return running(child, endpoint, onLost);
    child.stdin.end();
  }
  throw new StartFailure(`The DynamoDB emulator did not start: ${said.trim() || 'it said nothing'}`);
}

async function becomesReady(child: BoundProcess, endpoint: string): Promise<boolean> {
  const until = performance.now() + READY_WITHIN_MS;
  while (child.exitCode === null && performance.now() < until) {
    const answers = await fetch(endpoint).then(
      async (response) => (await response.text()).startsWith('healthy'),
      () => false,
    );
    if (answers) return child.exitCode === null;
    await sleep(10);
  }
  return false;
}

function running(child: BoundProcess, endpoint: string, onLost: Start['onLost']): DynamoDb {
  let stopping = false;
  child.once('exit', () => {
    child.stdin.end();
    if (!stopping) onLost(new StartFailure('The DynamoDB emulator ended unexpectedly.'));
  });
  return {
    endpoint,
    stop: async () => {
      stopping = true;
      if (child.exitCode !== null) return;
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}
