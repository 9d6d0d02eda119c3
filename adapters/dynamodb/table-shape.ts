import type { CreateTableCommandInput, GlobalSecondaryIndex } from '@aws-sdk/client-dynamodb';
import { INDEX } from './keys.ts';

/**
 * The table's keys and indexes, as the adapter needs them: for tests, which make it, and to be held against what the
 * data stack deploys. `due` and `open` find keys; `tenants` also answers with a tenant's counts.
 */
export function tableShape(tableName: string): CreateTableCommandInput {
  const attributes = ['pk', 'sk', ...Object.values(INDEX).flatMap(({ pk, sk }) => [pk, sk])];
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keySchema({ pk: 'pk', sk: 'sk' }),
    GlobalSecondaryIndexes: [
      { ...index(INDEX.due), Projection: { ProjectionType: 'KEYS_ONLY' } },
      { ...index(INDEX.tenants), Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [TENANTS_PROJECTION] } },
      { ...index(INDEX.open), Projection: { ProjectionType: 'KEYS_ONLY' } },
    ],
  };
}

/** The one attribute beside its keys that the `tenants` index answers with. */
const TENANTS_PROJECTION = 'counts';

type Pair = { readonly pk: string; readonly sk: string };

function index({ name, ...keys }: Pair & { readonly name: string }): Pick<GlobalSecondaryIndex, 'IndexName' | 'KeySchema'> {
  return { IndexName: name, KeySchema: keySchema(keys) };
}

function keySchema({ pk, sk }: Pair): CreateTableCommandInput['KeySchema'] & {} {
  return [
    { AttributeName: pk, KeyType: 'HASH' },
    { AttributeName: sk, KeyType: 'RANGE' },
  ];
}
