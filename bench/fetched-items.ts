import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import { testClient } from '#test/support/dynoxide.ts';
import { type Tally, tallyAnswer } from './capacity.ts';

/** F1, F2. What merely fetching a tenant's items takes: their size in read units, and the seconds until they are values. */
export async function fetchedItems(endpoint: string, { tableName, tenantId }: { readonly tableName: string; readonly tenantId: string }) {
  const client = testClient(endpoint);
  const tally: Tally = { read: 0, written: 0, calls: 0 };
  const began = performance.now();
  let items = 0;
  const query = {
    TableName: tableName,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': `TENANT#${tenantId}` },
    ConsistentRead: true,
    ReturnConsumedCapacity: 'TOTAL',
  } as const;
  for await (const page of paginateQuery({ client }, query)) {
    tallyAnswer(tally, 'Query', page);
    items += page.Items?.length ?? 0;
  }
  const seconds = (performance.now() - began) / 1000;
  client.destroy();
  return { items, units: tally.read, seconds };
}
