import { describe, expect, it } from 'vitest';
import { signedFetch } from '#local/client/signed-fetch.ts';
import { output, readJson, variables } from '../support/read-json.ts';
import { sdkBundle } from '../support/sdk-bundle.ts';
import type { Tiny } from '../support/tiny-assembly.ts';
import { tinyStack, tinyStackForAll } from '../support/tiny-stack.ts';

const arnOf = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
const allow = (Action: string | readonly string[], Resource: unknown) => ({ Effect: 'Allow', Action, Resource });
const RECEIVES = allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], arnOf('Queue'));
const KEPT = {
  Effect: 'Deny',
  Action: ['dynamodb:UpdateItem', 'dynamodb:BatchWriteItem'],
  Resource: arnOf('Table'),
  Condition: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['KEPT#*'] } },
};

const WHO = 'arn:aws:sts::000000000000:assumed-role/Tiny-ApiRole/Tiny-Api';
const Key = { pk: { S: 'KEPT#1' }, sk: { S: 'x' } };

describe('a function', async () => {
  const bundle = await sdkBundle();
  const apiMay = [allow(['dynamodb:PutItem', 'dynamodb:UpdateItem'], arnOf('Table')), allow('sqs:SendMessage', arnOf('Queue')), KEPT];
  const tiny = tinyStackForAll({ api: bundle, apiMay, consumerMay: [RECEIVES] });
  const given = async () => readJson(await signedFetch(tiny().url, { path: '/v1/variables' }), variables);
  const ask = async (service: string, command: string, input: object) =>
    readJson(await signedFetch(tiny().url, { method: 'POST', path: '/v1/call', json: { service, command, input } }), output);
  const table = async () => ({ TableName: (await given())['TABLE_NAME'] });

  it('may do what its role allows, and what it has used is known', async () => {
    expect(await ask('dynamodb', 'PutItem', { ...(await table()), Item: Key })).not.toHaveProperty('refused');
    expect(await ask('sqs', 'SendMessage', { QueueUrl: (await given())['QUEUE_URL'], MessageBody: '{}' })).toHaveProperty('MessageId');
    expect(tiny().permissions()).toEqual({
      'Tiny-Api': {
        granted: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'sqs:SendMessage'],
        used: ['dynamodb:PutItem', 'sqs:SendMessage'],
      },
      'Tiny-Consumer': { granted: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'], used: [] },
    });
  });

  it('is refused an action that its role does not name, in DynamoDB’s words, and is not said to have used it', async () => {
    const resource = 'arn:aws:dynamodb:eu-central-1:000000000000:table/Tiny-Table';
    expect(await ask('dynamodb', 'GetItem', { ...(await table()), Key })).toEqual({
      refused: 'AccessDeniedException',
      detail: `User: ${WHO} is not authorized to perform: dynamodb:GetItem on resource: ${resource} because no identity-based policy allows the dynamodb:GetItem action`,
    });
    expect(tiny().permissions()['Tiny-Api']?.used).not.toContain('dynamodb:GetItem');
  });

  it('is refused a transaction for one of its items', async () => {
    const items = [{ Put: { ...(await table()), Item: Key } }, { Delete: { ...(await table()), Key: { ...Key, sk: { S: 'y' } } } }];
    const answer = await ask('dynamodb', 'TransactWriteItems', { TransactItems: items });
    expect(answer).toMatchObject({ refused: 'AccessDeniedException', detail: expect.stringContaining('dynamodb:DeleteItem') });
  });

  it('is refused what a statement denies, although another allows it', async () => {
    const update = async (pk: string) => ask('dynamodb', 'UpdateItem', { ...(await table()), Key: { ...Key, pk: { S: pk } } });
    expect(await update('free')).not.toHaveProperty('refused');
    expect(await update('KEPT#1')).toMatchObject({ detail: expect.stringMatching(/with an explicit deny in an identity-based policy$/) });
  });

  it.each([
    [
      'SQS',
      'sqs',
      async () => ({ QueueUrl: (await given())['DEAD_LETTERS_URL'], MessageBody: '{}' }),
      'SendMessage',
      'AccessDeniedException',
    ],
    ['SNS', 'sns', async () => ({ TopicArn: (await given())['TOPIC_ARN'], Message: 'x' }), 'Publish', 'AuthorizationError'],
    [
      'EventBridge',
      'events',
      async () => ({ Entries: [{ Source: 's', DetailType: 't', Detail: '{}', EventBusName: 'tiny-bus' }] }),
      'PutEvents',
      'AccessDeniedException',
    ],
  ])('is refused by %s in its own words', async (_case, service, input, command, name) => {
    const answer = await ask(service, command, await input());
    expect(answer['refused']).toContain(name);
    expect(answer['detail']).toContain(`User: ${WHO} is not authorized to perform: ${service === 'sns' ? 'SNS' : service}:${command}`);
  });

  it('is told by name of a call that the local stack does not know', async () => {
    const answer = await ask('dynamodb', 'ListTables', {});
    expect(answer['detail']).toContain('DynamoDB_20120810.ListTables');
  });
});

describe('a stack', () => {
  it.each<[string, Tiny, string]>([
    [
      'an event source mapping whose function may not delete messages',
      { consumerMay: [allow(['sqs:ReceiveMessage', 'sqs:GetQueueAttributes'], arnOf('Queue'))] },
      'The role Tiny-ConsumerRole may not sqs:DeleteMessage on arn:aws:sqs:eu-central-1:000000000000:Tiny-Queue',
    ],
    [
      'a schedule that may not send to its queue',
      { scheduleMay: [allow('sqs:SendMessage', arnOf('DeadLetters'))] },
      'The role Tiny-ScheduleRole may not sqs:SendMessage on arn:aws:sqs:eu-central-1:000000000000:Tiny-Queue',
    ],
    ['a condition that nobody reads', { apiMay: [{ ...KEPT, Condition: { StringEquals: { 'aws:SourceAccount': '1' } } }] }, 'StringEquals'],
    [
      'a condition on a key that nobody reads',
      { apiMay: [{ ...KEPT, Condition: { 'ForAnyValue:StringLike': { 'dynamodb:Attributes': ['a'] } } }] },
      'dynamodb:Attributes',
    ],
    ['a statement about everything else', { apiMay: [{ Effect: 'Allow', NotAction: 'sns:Publish', Resource: '*' }] }, 'NotAction'],
    ['a managed policy', { apiRole: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] } }, 'ManagedPolicyArns'],
    ['a boundary', { apiRole: { PermissionsBoundary: 'arn:aws:iam::aws:policy/ReadOnlyAccess' } }, 'PermissionsBoundary'],
  ])('does not start with %s', async (_case, tiny, words) => {
    await expect(tinyStack(tiny)).rejects.toThrow(words);
  });
});
