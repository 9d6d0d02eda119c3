import { describe, expect, it } from 'vitest';
import type { GateCall } from '#local/gate/gate-call.ts';
import { OPERATIONS } from '#local/gate/operations.ts';
import { accessesOf } from '#local/permissions/accesses-of.ts';

const HERE = 'eu-central-1:000000000000';
const TABLE = `arn:aws:dynamodb:${HERE}:table/Data`;
const TOPIC = `arn:aws:sns:${HERE}:told`;
const Key = { pk: { S: 'a' }, sk: { S: 'x' } };
const other = { pk: { S: 'b' }, sk: { S: 'x' } };
const keyed = { TableName: 'Data', Key };
const put = { TableName: 'Data', Item: { ...other, text: { S: 'c' } } };

const keys = (table: string, index?: string) => (table !== 'Data' ? undefined : { undefined: 'pk', due: 'duePk' }[String(index)]);
const query = { TableName: 'Data', KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': { S: 'a' } } };
const queue = { QueueUrl: 'http://127.0.0.1:1/000000000000/Jobs' };

/** A call, and what it needs as `action resource keys`. */
const CALLS: readonly (readonly [GateCall['service'], string, GateCall['input'], readonly string[]])[] = [
  ['dynamodb', 'GetItem', keyed, [`dynamodb:GetItem ${TABLE} a`]],
  ['dynamodb', 'PutItem', put, [`dynamodb:PutItem ${TABLE} b`]],
  ['dynamodb', 'UpdateItem', { ...keyed, TableName: TABLE }, [`dynamodb:UpdateItem ${TABLE} a`]],
  ['dynamodb', 'DeleteItem', keyed, [`dynamodb:DeleteItem ${TABLE} a`]],
  ['dynamodb', 'Query', query, [`dynamodb:Query ${TABLE} a`]],
  [
    'dynamodb',
    'Query',
    {
      TableName: 'Data',
      IndexName: 'due',
      KeyConditionExpression: '#b <= :now AND #a = :shard',
      ExpressionAttributeNames: { '#a': 'duePk', '#b': 'dueSk' },
      ExpressionAttributeValues: { ':now': { S: '9' }, ':shard': { S: 'DUE#1' } },
    },
    [`dynamodb:Query ${TABLE}/index/due DUE#1`],
  ],
  ['dynamodb', 'Scan', { TableName: 'Data', IndexName: 'due' }, [`dynamodb:Scan ${TABLE}/index/due`]],
  ['dynamodb', 'BatchGetItem', { RequestItems: { Data: { Keys: [Key, other] } } }, [`dynamodb:BatchGetItem ${TABLE} a,b`]],
  [
    'dynamodb',
    'BatchWriteItem',
    { RequestItems: { Data: [{ PutRequest: { Item: other } }, { DeleteRequest: { Key } }] } },
    [`dynamodb:BatchWriteItem ${TABLE} b,a`],
  ],
  ['dynamodb', 'TransactGetItems', { TransactItems: [{ Get: keyed }] }, [`dynamodb:GetItem ${TABLE} a`]],
  [
    'dynamodb',
    'TransactWriteItems',
    { TransactItems: [{ Put: put }, { Update: keyed }, { Delete: keyed }, { ConditionCheck: keyed }] },
    [
      `dynamodb:PutItem ${TABLE} b`,
      `dynamodb:UpdateItem ${TABLE} a`,
      `dynamodb:DeleteItem ${TABLE} a`,
      `dynamodb:ConditionCheckItem ${TABLE} a`,
    ],
  ],
  ['sns', 'CreateTopic', { Name: 'told' }, [`sns:CreateTopic ${TOPIC}`]],
  ...['DeleteTopic', 'Publish', 'Subscribe', 'ConfirmSubscription', 'ListSubscriptionsByTopic'].map(
    (operation) => ['sns', operation, { TopicArn: TOPIC }, [`sns:${operation} ${TOPIC}`]] as const,
  ),
  ['sns', 'PublishBatch', { TopicArn: TOPIC }, [`sns:Publish ${TOPIC}`]],
  ['sns', 'ListSubscriptions', {}, ['sns:ListSubscriptions *']],
  ...['GetSubscriptionAttributes', 'SetSubscriptionAttributes', 'Unsubscribe'].map(
    (operation) => ['sns', operation, { SubscriptionArn: `${TOPIC}:1` }, [`sns:${operation} ${TOPIC}:1`]] as const,
  ),
  ...['SendMessage', 'ReceiveMessage', 'DeleteMessage', 'ChangeMessageVisibility', 'GetQueueAttributes'].map(
    (operation) => ['sqs', operation, queue, [`sqs:${operation} arn:aws:sqs:${HERE}:Jobs`]] as const,
  ),
  ['sqs', 'SendMessageBatch', queue, [`sqs:SendMessage arn:aws:sqs:${HERE}:Jobs`]],
  [
    'events',
    'PutEvents',
    { Entries: [{ EventBusName: 'news' }, { EventBusName: `arn:aws:events:${HERE}:event-bus/other` }, {}, { EventBusName: 'news' }] },
    ['news', 'other', 'default'].map((bus) => `events:PutEvents arn:aws:events:${HERE}:event-bus/${bus}`),
  ],
];

function needs(service: GateCall['service'], operation: string, input: GateCall['input']): readonly string[] | string {
  const accesses = accessesOf({ service, operation, input }, keys);
  if (!accesses.ok) return accesses.refusal;
  return accesses.value.map(({ action, resource, leadingKeys }) => [action, resource, leadingKeys?.join() ?? ''].join(' ').trim());
}

describe('what a call needs to be allowed', () => {
  it.each(CALLS)('%s %s: each part by its own action and resource', (service, operation, input, expected) => {
    expect(needs(service, operation, input)).toEqual(expected);
  });

  it('is known of every operation that the gate lets through', () => {
    const known = Object.entries(OPERATIONS).flatMap(([service, operations]) => operations.map((operation) => `${service} ${operation}`));
    expect([...new Set(CALLS.map(([service, operation]) => `${service} ${operation}`))].toSorted()).toEqual(known.toSorted());
  });

  it.each<[string, GateCall['input'], string]>([
    ['a query that does not say which partition', { ...query, KeyConditionExpression: 'sk = :pk' }, 'does not say which pk'],
    ['a query of an index that does not exist', { ...query, IndexName: 'none' }, 'no index none of Data'],
    ['a table that does not exist', { ...query, TableName: 'Other' }, 'no table Other'],
    ['a query without its partition', { ...query, ExpressionAttributeValues: {} }, 'a partition key is missing'],
    ['a query in the old form', { TableName: 'Data', KeyConditions: {} }, 'KeyConditionExpression'],
  ])('cannot be told of %s, and that is said', (_case, input, words) => {
    expect(needs('dynamodb', 'Query', input)).toContain(words);
    expect(needs('dynamodb', 'Query', input)).toContain('Query of dynamodb');
  });
});
