import { BatchGetCommand, type DynamoDBDocumentClient, GetCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { type Backoff, waitBefore } from './backoff.ts';
import type { Key } from './keys.ts';

/** The table, and how long to wait when it asks for time. */
export type Table = { readonly client: DynamoDBDocumentClient; readonly tableName: string; readonly backoff: Backoff };

/** An item as it came from the table, before anything is known about it. */
export type RawItem = Readonly<Record<string, unknown>>;
type Query = Omit<QueryCommandInput, 'TableName'>;

/** Items that one BatchGetItem may ask for. */
const BATCH = 100;
/** Batches that are asked for at once. */
const AT_ONCE = 8;

/** One item, strongly consistent. */
export async function getItem({ client, tableName }: Table, key: Key): Promise<RawItem | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }));
  return Item;
}

/**
 * Everything a query finds, page after page.
 * @throws when any page cannot be read: half an answer is none (C3).
 */
export async function queryAll({ client, tableName }: Table, query: Query): Promise<readonly RawItem[]> {
  const items: RawItem[] = [];
  let start: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await client.send(new QueryCommand({ ...query, TableName: tableName, ExclusiveStartKey: start }));
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return items;
}

/**
 * The first items a query finds, page after page, at most `most`.
 * @throws when any page cannot be read.
 */
export async function queryUpTo({ client, tableName }: Table, most: number, query: Query): Promise<readonly RawItem[]> {
  const items: RawItem[] = [];
  let start: QueryCommandInput['ExclusiveStartKey'];
  do {
    const asked = { ...query, TableName: tableName, ExclusiveStartKey: start, Limit: most - items.length };
    const page = await client.send(new QueryCommand(asked));
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined && items.length < most);
  return items;
}

/** How many items a query finds, without fetching them. */
export async function queryCount({ client, tableName }: Table, query: Query): Promise<number> {
  let count = 0;
  let start: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await client.send(new QueryCommand({ ...query, TableName: tableName, ExclusiveStartKey: start, Select: 'COUNT' }));
    count += page.Count ?? 0;
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return count;
}

/** What one query finds within its own limit: at most a megabyte. */
export async function queryPage(
  { client, tableName }: Table,
  query: Query,
): Promise<{ readonly items: readonly RawItem[]; readonly more: boolean }> {
  const { Items = [], LastEvaluatedKey } = await client.send(new QueryCommand({ ...query, TableName: tableName }));
  return { items: Items, more: LastEvaluatedKey !== undefined };
}

/** The items that exist of any number of keys, in no particular order; with `attributes`, only those of each. */
export async function getItems(table: Table, keys: readonly Key[], attributes?: readonly string[]): Promise<readonly RawItem[]> {
  const unique = [...new Map(keys.map((key) => [`${key.pk}\n${key.sk}`, key])).values()];
  const batches = Array.from({ length: Math.ceil(unique.length / BATCH) }, (_, n) => unique.slice(n * BATCH, (n + 1) * BATCH));
  const found: RawItem[] = [];
  for (let first = 0; first < batches.length; first += AT_ONCE) {
    const some = await Promise.all(batches.slice(first, first + AT_ONCE).map((batch) => getBatch(table, batch, attributes)));
    found.push(...some.flat());
  }
  return found;
}

async function getBatch(
  { client, tableName, backoff }: Table,
  keys: readonly Key[],
  attributes?: readonly string[],
): Promise<readonly RawItem[]> {
  const found: RawItem[] = [];
  let rest: Record<string, unknown>[] = keys.map((key) => ({ ...key }));
  for (let attempt = 0; rest.length > 0; attempt += 1) {
    await waitBefore(attempt, backoff, `${rest.length} of ${keys.length} items stayed unread`);
    const request = { Keys: rest, ConsistentRead: true, ...projection(attributes) };
    const { Responses, UnprocessedKeys } = await client.send(new BatchGetCommand({ RequestItems: { [tableName]: request } }));
    found.push(...(Responses?.[tableName] ?? []));
    rest = UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  return found;
}

function projection(attributes: readonly string[] | undefined) {
  if (attributes === undefined) return {};
  const names = Object.fromEntries(attributes.map((name, n) => [`#a${n}`, name]));
  return { ProjectionExpression: Object.keys(names).join(', '), ExpressionAttributeNames: names };
}
