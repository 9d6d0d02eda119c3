import { BatchWriteCommand, DeleteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { TenantId } from '#domain/ids.ts';
import { waitBefore } from './backoff.ts';
import { type Key, keyOf, partitionOf } from './keys.ts';
import { parsed } from './stored.ts';
import { getItem, queryPage, type Table } from './table.ts';
import { isHidden } from './tenants.ts';

/** Items deleted in one call of `purge`: twenty batches. */
const PAGE = 500;
/** Items that one BatchWriteItem may delete. */
const BATCH = 25;

const keySchema: z.ZodType<Key> = z.object({ pk: z.string(), sk: z.string() });

/**
 * Deletes up to a page of what a hidden tenant held; true when nothing was left and the tenant's own item is gone, too.
 * The audit and its chain stay until their TTL (U1, U2); links and outbox items are not the tenant's to find and leave by theirs.
 * @throws Error when the tenant is not hidden: what is in sight is never purged.
 */
export async function purge(table: Table, t: TenantId): Promise<boolean> {
  const tenant = await getItem(table, keyOf.tenant(t));
  if (tenant !== undefined && !isHidden(tenant)) throw new Error(`The tenant ${t} was to be purged, but it is not deleted.`);
  for (const partition of partitionsToEmpty(t)) {
    const keys = await firstKeys(table, t, partition);
    if (keys.length > 0) {
      await deleteAll(table, keys);
      return false;
    }
  }
  await deleteTenantItem(table, t);
  return true;
}

function partitionsToEmpty(t: TenantId): readonly string[] {
  const { audit: _audit, chain: _chain, ...others } = partitionOf;
  return Object.values(others).map((of) => of(t));
}

async function firstKeys(table: Table, t: TenantId, partition: string): Promise<readonly Key[]> {
  const { items } = await queryPage(table, {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': partition },
    ProjectionExpression: 'pk, sk',
    ConsistentRead: true,
    Limit: PAGE,
  });
  return items.map((item) => parsed(keySchema, item)).filter(({ sk }) => sk !== keyOf.tenant(t).sk);
}

async function deleteAll(table: Table, keys: readonly Key[]): Promise<void> {
  for (let first = 0; first < keys.length; first += BATCH) await deleteBatch(table, keys.slice(first, first + BATCH));
}

async function deleteBatch({ client, tableName, backoff }: Table, keys: readonly Key[]): Promise<void> {
  let rest: Record<string, unknown>[] = keys.map((key) => ({ ...key }));
  for (let attempt = 0; rest.length > 0; attempt += 1) {
    await waitBefore(attempt, backoff, `${rest.length} of ${keys.length} items stayed undeleted`);
    const RequestItems = { [tableName]: rest.map((Key) => ({ DeleteRequest: { Key } })) };
    const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems }));
    rest = (UnprocessedItems?.[tableName] ?? []).flatMap(({ DeleteRequest }) => DeleteRequest?.Key ?? []);
  }
}

/** Under the condition that it still is hidden; nothing to delete is well, too. */
async function deleteTenantItem({ client, tableName }: Table, t: TenantId): Promise<void> {
  await client.send(
    new DeleteCommand({
      TableName: tableName,
      Key: keyOf.tenant(t),
      ConditionExpression: 'attribute_not_exists(pk) OR attribute_exists(hiddenAt)',
    }),
  );
}
