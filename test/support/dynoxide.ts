import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { tableShape } from '#adapters/dynamodb/table-shape.ts';

/** A DynamoDB of one test file's own, and tables in it. */
export type Dynoxide = {
  readonly endpoint: string;
  readonly client: DynamoDBDocumentClient;
  /** Makes an empty table of the product's shape and answers with its name. */
  readonly makeTable: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

type Server = { readonly endpoint: string; readonly stop: () => void };

const STARTS = 3;
/** Ends with whoever started it, however that ends: then its standard input closes. */
const UNDER_A_SHELL = '"$0" --port "$1" & server=$!; read _; kill $server; wait';

/** Starts dynoxide in memory on a free port; with DYNAMODB_ENDPOINT set, uses what answers there instead. */
export async function startDynoxide(): Promise<Dynoxide> {
  const given = process.env['DYNAMODB_ENDPOINT'];
  const server = given === undefined ? await startServer() : { endpoint: given, stop: () => undefined };
  const client = testClient(server.endpoint);
  return {
    endpoint: server.endpoint,
    client,
    makeTable: () => makeTable(client),
    stop: async () => {
      client.destroy();
      server.stop();
    },
  };
}

/** Another client of the same DynamoDB: its middleware is its own, so faults can be injected into it. */
export function testClient(endpoint: string): DynamoDBDocumentClient {
  return documentClient({ endpoint, region: 'eu-central-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
}

let tables = 0;

async function makeTable(client: DynamoDBDocumentClient): Promise<string> {
  tables += 1;
  const tableName = `lapsewatch-test-${process.pid}-${Date.now()}-${tables}`;
  await client.send(new CreateTableCommand(tableShape(tableName)));
  return tableName;
}

async function startServer(): Promise<Server> {
  for (let start = 0; start < STARTS; start += 1) {
    const port = await freePort();
    const child = spawn('sh', ['-c', UNDER_A_SHELL, binary(), String(port)], { stdio: ['pipe', 'ignore', 'ignore'] });
    if (await answers(port)) return { endpoint: `http://127.0.0.1:${port}`, stop: () => child.stdin.end() };
    child.stdin.end();
  }
  throw new Error(`dynoxide did not start in ${STARTS} tries.`);
}

function binary(): string {
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'dynoxide');
  } catch (error) {
    throw new Error(`These tests need the package ${name}, or a DynamoDB at DYNAMODB_ENDPOINT.`, { cause: error });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('No free port.'))));
    });
  });
}

/** Any HTTP answer will do: an unsigned request is refused by something that is up. */
async function answers(port: number): Promise<boolean> {
  for (let waited = 0; waited < 10_000; waited += 25) {
    const up = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (up) return true;
    await setTimeout(25);
  }
  return false;
}
