import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { getItem, type RawItem, type Table } from './table.ts';
import type { UpdateWrite } from './writes.ts';

/** What one conditional update left behind, or the item as it is where the condition did not hold. */
export type Updated = { readonly held: true; readonly item: RawItem } | { readonly held: false; readonly item: RawItem | undefined };

/**
 * One conditional update outside of a transaction. When the condition does not hold, the item is read, so that the
 * caller can tell "somebody else" from "me, and the answer was lost": the SDK repeats a call whose answer it did not
 * get, and the repetition then finds the condition broken by its own first success.
 */
export async function updateItem(table: Table, write: UpdateWrite): Promise<Updated> {
  const { write: _kind, ...input } = write;
  try {
    const { Attributes = {} } = await table.client.send(
      new UpdateCommand({ TableName: table.tableName, ...input, ReturnValues: 'ALL_NEW' }),
    );
    return { held: true, item: Attributes };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { held: false, item: await getItem(table, write.Key) };
  }
}
