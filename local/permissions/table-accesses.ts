import * as z from 'zod';
import type { GateCall } from '#local/gate/gate-call.ts';
import type { Access } from './access.ts';
import { arnOf } from './arn-of.ts';
import { partitionInQuery } from './partition-in-query.ts';
import type { TableKeys } from './table-keys.ts';

const attributes = z.record(z.string(), z.record(z.string(), z.unknown()));
const keyed = z.object({ TableName: z.string(), Key: attributes });
const put = z.object({ TableName: z.string(), Item: attributes });
const query = z.object({
  TableName: z.string(),
  IndexName: z.string().optional(),
  KeyConditionExpression: z.string(),
  ExpressionAttributeNames: z.record(z.string(), z.string()).default({}),
  ExpressionAttributeValues: attributes,
});
const scan = z.object({ TableName: z.string(), IndexName: z.string().optional() });
const batchGet = z.object({ RequestItems: z.record(z.string(), z.object({ Keys: z.array(attributes) })) });
const batchWrite = z.object({
  RequestItems: z.record(
    z.string(),
    z.array(
      z.union([
        z.object({ PutRequest: z.object({ Item: attributes }) }).transform(({ PutRequest }) => PutRequest.Item),
        z.object({ DeleteRequest: z.object({ Key: attributes }) }).transform(({ DeleteRequest }) => DeleteRequest.Key),
      ]),
    ),
  ),
});
const transaction = z.object({
  TransactItems: z.array(
    z.union([
      z.strictObject({ Get: keyed }).transform(({ Get }) => itemOf('GetItem', Get)),
      z.strictObject({ Put: put }).transform(({ Put }) => itemOf('PutItem', Put)),
      z.strictObject({ Update: keyed }).transform(({ Update }) => itemOf('UpdateItem', Update)),
      z.strictObject({ Delete: keyed }).transform(({ Delete }) => itemOf('DeleteItem', Delete)),
      z.strictObject({ ConditionCheck: keyed }).transform(({ ConditionCheck }) => itemOf('ConditionCheckItem', ConditionCheck)),
    ]),
  ),
});

type Attributes = z.infer<typeof attributes>;
/** Items of one table that one action is about. */
type Items = { readonly action: string; readonly table: string; readonly items: readonly Attributes[] };

/**
 * What a call to DynamoDB needs: a transaction one access for each of its items, a batch its own action on each table.
 * @throws z.ZodError or Error when the call cannot be read.
 */
export function tableAccesses({ operation, input }: GateCall, keys: TableKeys): readonly Access[] {
  const itemAccess = ({ action, table, items }: Items): Access => ({
    action: `dynamodb:${action}`,
    resource: tableArn(table),
    leadingKeys: items.map((item) => textOf(item[partitionKey(keys, table)])),
  });
  switch (operation) {
    case 'PutItem':
      return [itemAccess(itemOf('PutItem', put.parse(input)))];
    case 'GetItem':
    case 'UpdateItem':
    case 'DeleteItem':
      return [itemAccess(itemOf(operation, keyed.parse(input)))];
    case 'BatchGetItem':
      return Object.entries(batchGet.parse(input).RequestItems).map(([table, { Keys }]) =>
        itemAccess({ action: operation, table, items: Keys }),
      );
    case 'BatchWriteItem':
      return Object.entries(batchWrite.parse(input).RequestItems).map(([table, items]) => itemAccess({ action: operation, table, items }));
    case 'TransactGetItems':
    case 'TransactWriteItems':
      return transaction.parse(input).TransactItems.map(itemAccess);
    case 'Query':
      return [queryAccess(query.parse(input), keys)];
    case 'Scan':
      return [{ action: 'dynamodb:Scan', resource: indexArn(scan.parse(input)) }];
    default:
      throw new Error(`no permission of dynamodb is known for ${operation}`);
  }
}

function queryAccess(asked: z.infer<typeof query>, keys: TableKeys): Access {
  const { ExpressionAttributeValues: values } = asked;
  const partition = partitionInQuery({
    expression: asked.KeyConditionExpression,
    names: asked.ExpressionAttributeNames,
    partitionKey: partitionKey(keys, asked.TableName, asked.IndexName),
  });
  return { action: 'dynamodb:Query', resource: indexArn(asked), leadingKeys: [textOf(values[partition])] };
}

function itemOf(action: string, { TableName, ...named }: z.infer<typeof keyed> | z.infer<typeof put>): Items {
  return { action, table: TableName, items: ['Key' in named ? named.Key : named.Item] };
}

function partitionKey(keys: TableKeys, table: string, index?: string): string {
  const key = keys(table.split('/').at(-1) ?? table, index);
  if (key === undefined)
    throw new Error(`the template declares no ${index === undefined ? `table ${table}` : `index ${index} of ${table}`}`);
  return key;
}

/** A key is a text, a number or bytes in base64, each under the letter of its type. */
function textOf(value: Attributes[string] | undefined): string {
  const [text] = Object.values(value ?? {});
  if (typeof text !== 'string') throw new Error('a partition key is missing');
  return text;
}

function tableArn(table: string): string {
  return table.startsWith('arn:') ? table : arnOf('dynamodb', `table/${table}`);
}

function indexArn({ TableName, IndexName }: { readonly TableName: string; readonly IndexName?: string | undefined }): string {
  return IndexName === undefined ? tableArn(TableName) : `${tableArn(TableName)}/index/${IndexName}`;
}
