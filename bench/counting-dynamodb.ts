import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import * as z from 'zod';
import { startDynamoDb } from '#local/emulators/dynamodb.ts';
import { forwardTo, type GateRequest } from '#local/gate/forward.ts';
import { SIGNED_BY } from '#local/gate/resign.ts';
import { type Tally, tallyAnswer } from './capacity.ts';

/** A DynamoDB that counts what it is asked for: what the local stack itself looks up does not count. */
export type CountingDynamoDb = {
  /** What DYNAMODB_ENDPOINT is to be. */
  readonly url: string;
  /** The emulator behind it, where nothing is counted. */
  readonly uncounted: string;
  /** What was asked for so far, by the access key of the function that asked. */
  readonly tallies: () => ReadonlyMap<string, Readonly<Tally>>;
  readonly stop: () => Promise<void>;
};

const input = z.looseObject({});

/** Starts an emulator of its own, and in front of it a door that asks of each answer what it has consumed. */
export async function countingDynamoDb(): Promise<CountingDynamoDb> {
  const emulator = await startDynamoDb({
    onLost: (failure) => {
      throw failure;
    },
  });
  const forward = forwardTo(emulator.endpoint);
  const tallies = new Map<string, Tally>();
  const server = createServer(async (incoming, outgoing) => {
    const request = await read(incoming);
    const operation = request.headers['x-amz-target']?.split('.')[1];
    const isCounted = operation !== undefined && isOfFunctions(operation);
    const { status, headers, body } = await forward(isCounted ? asking(request) : request);
    const tally = tallyOf(tallies, request.headers[SIGNED_BY] ?? '');
    if (isCounted && status === 200) tallyAnswer(tally, operation, input.parse(JSON.parse(body.toString())));
    else if (isCounted) tally.calls += 1;
    outgoing.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The counting door has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    uncounted: emulator.endpoint,
    tallies: () => new Map([...tallies].map(([key, tally]) => [key, { ...tally }])),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      forward.stop();
      await emulator.stop();
    },
  };
}

function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
  const tally = tallies.get(key) ?? { read: 0, written: 0, calls: 0 };
  tallies.set(key, tally);
  return tally;
}

/** No function scans or makes tables: only the local stack does, for its inbox and at its start. */
function isOfFunctions(operation: string): boolean {
  return operation !== 'Scan' && !/Table|TimeToLive|ContinuousBackups/.test(operation);
}

function asking(request: GateRequest): GateRequest {
  const asked = { ...input.parse(JSON.parse(request.body.toString())), ReturnConsumedCapacity: 'TOTAL' };
  return { ...request, body: Buffer.from(JSON.stringify(asked)) };
}

async function read(incoming: IncomingMessage): Promise<GateRequest> {
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]);
  return {
    method: incoming.method ?? 'GET',
    path: incoming.url ?? '/',
    headers: Object.fromEntries(headers.filter(([, value]) => value !== undefined)),
    body: await buffer(incoming),
  };
}
