import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { tableShape } from '#adapters/dynamodb/table-shape.ts';
import { type DynamoDb, startDynamoDb } from '#local/emulators/dynamodb.ts';

/** A DynamoDB of one test file's own, and tables in it. */
export type Dynoxide = {
  readonly endpoint: string;
  readonly client: DynamoDBDocumentClient;
  /** Makes an empty table of the product's shape and answers with its name. */
  readonly makeTable: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

/** Starts dynoxide in memory on a free port; with DYNAMODB_ENDPOINT set, uses what answers there instead. */
export async function startDynoxide(): Promise<Dynoxide> {
  const given = process.env['DYNAMODB_ENDPOINT'];
  const server: DynamoDb = given === undefined ? await startDynamoDb({ onLost }) : { endpoint: given, stop: async () => undefined };
  const client = testClient(server.endpoint);
  return {
    endpoint: server.endpoint,
    client,
    makeTable: () => makeTable(client),
    stop: async () => {
      client.destroy();
      await server.stop();
    },
  };
}

function onLost(failure: Error): never {
  throw failure;
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
