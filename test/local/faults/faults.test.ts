import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { signedFetch } from '#local/client/signed-fetch.ts';
import type { FaultRequest } from '#local/faults/fault.ts';
import { output, readJson, variables } from '../support/read-json.ts';
import { sdkBundle } from '../support/sdk-bundle.ts';
import { tinyStackForAll } from '../support/tiny-stack.ts';

type Call = { readonly service: string; readonly command: string; readonly input: object; readonly attempts?: number };

const bundle = await sdkBundle();
const tiny = tinyStackForAll({ api: bundle, consumer: bundle });

const reports = z.object({ items: z.array(z.object({ id: z.number(), matched: z.number(), struck: z.number(), mode: z.string() })) });
const inboxItems = z.object({ items: z.array(z.object({ body: z.string() })) });
const report = z.object({ invocations: z.number(), errors: z.number(), waiting: z.number() });

const send = (call: Call) => signedFetch(tiny().url, { method: 'POST', path: '/v1/call', json: call });
const ask = async (call: Call) => readJson(await send(call), output);
const arm = (fault: unknown) => fetch(`${tiny().url}/_local/faults`, { method: 'POST', body: JSON.stringify(fault) });
const armed = async (fault: FaultRequest) => expect((await arm(fault)).status).toBe(201);
const listed = async () => (await readJson(await fetch(`${tiny().url}/_local/faults`), reports)).items;
const struck = async () => (await listed()).map((each) => each.struck);
const given = async () => readJson(await signedFetch(tiny().url, { path: '/v1/variables' }), variables);
const mail = async () => (await readJson(await fetch(`${tiny().url}/_local/inbox`), inboxItems)).items.map(({ body }) => body);

const put = async (pk: string, attempts?: number): Promise<Call> => {
  const input = { TableName: (await given())['TABLE_NAME'], Item: { pk: { S: pk }, sk: { S: 'x' } } };
  return { service: 'dynamodb', command: 'PutItem', input, ...(attempts !== undefined && { attempts }) };
};
const isThere = async (pk: string): Promise<boolean> => {
  const input = { TableName: (await given())['TABLE_NAME'], Key: { pk: { S: pk }, sk: { S: 'x' } } };
  return (await ask({ service: 'dynamodb', command: 'GetItem', input }))['Item'] !== undefined;
};
const publish = async (text: string, attempts: number): Promise<Call> => {
  const { TOPIC_ARN: TopicArn } = await given();
  await ask({ service: 'sns', command: 'Subscribe', input: { TopicArn, Protocol: 'email', Endpoint: 'ada@example.com' } });
  return { service: 'sns', command: 'Publish', input: { TopicArn, Message: text }, attempts };
};

afterEach(async () => void (await fetch(`${tiny().url}/_local/faults`, { method: 'DELETE' })));

describe('a throttled call', () => {
  it.each([
    ['dynamodb', 'ThrottlingException', () => put('throttled', 1)],
    ['sns', 'Throttling', () => publish('throttled', 1)],
    [
      'sqs',
      'RequestThrottled',
      async () => {
        const input = { QueueUrl: (await given())['DEAD_LETTERS_URL'], MessageBody: '{}' };
        return { service: 'sqs', command: 'SendMessage', input, attempts: 1 };
      },
    ],
    [
      'events',
      'ThrottlingException',
      async () => {
        const Entries = [{ Source: 'tiny', DetailType: 'alert', Detail: '{}', EventBusName: 'tiny-bus' }];
        return { service: 'events', command: 'PutEvents', input: { Entries }, attempts: 1 };
      },
    ],
  ] as const)('of %s is refused as %s and goes through when it is repeated', async (service, name, call) => {
    const once = await call();
    await armed({ service, operation: once.command, mode: 'throttle', times: 2 });
    expect(await ask(once)).toMatchObject({ refused: name });
    expect(await ask({ ...once, attempts: 3 })).not.toHaveProperty('refused');
    expect(await struck()).toEqual([2]);
  });

  it('does nothing', async () => {
    await armed({ service: 'dynamodb', operation: '*', mode: 'throttle', times: 1, skip: 0, function: 'Tiny-Api' });
    await ask(await put('never', 1));
    expect(await isThere('never')).toBe(false);
  });
});

describe('a call in conflict', () => {
  it('is cancelled with a reason for each item when it is a transaction, and does nothing', async () => {
    const items = await Promise.all(['one', 'two'].map(async (pk) => ({ Put: (await put(pk)).input })));
    const transaction = { service: 'dynamodb', command: 'TransactWriteItems', input: { TransactItems: items }, attempts: 1 };
    await armed({ service: 'dynamodb', operation: 'TransactWriteItems', mode: 'conflict', times: 1 });
    expect(await ask(transaction)).toMatchObject({
      refused: 'TransactionCanceledException',
      detail: expect.stringContaining('[TransactionConflict, None]'),
    });
    expect(await isThere('one')).toBe(false);
    expect(await ask(transaction)).not.toHaveProperty('refused');
    expect(await isThere('one')).toBe(true);
  });

  it('is refused as a whole when it is a single write', async () => {
    await armed({ service: 'dynamodb', operation: '*', mode: 'conflict', times: 1 });
    expect(await isThere('single')).toBe(false);
    expect(await ask(await put('single', 1))).toMatchObject({ refused: 'TransactionConflictException' });
    expect(await isThere('single')).toBe(false);
  });
});

describe('a call whose answer is lost', () => {
  it('has had its effect, and has it again when it is repeated', async () => {
    const call = await publish('lost', 1);
    await armed({ service: 'sns', operation: 'Publish', mode: 'lost-response', times: 2 });
    expect(await ask(call)).toMatchObject({ refused: expect.any(String), detail: expect.stringMatching(/socket hang up|ECONNRESET/) });
    expect((await mail()).filter((text) => text === 'lost')).toHaveLength(1);
    expect(await ask({ ...call, attempts: 3 })).toMatchObject({ MessageId: expect.any(String) });
    expect((await mail()).filter((text) => text === 'lost')).toHaveLength(3);
  });
});

describe('a delayed call', () => {
  it('is answered late', async () => {
    const call = await put('late');
    await armed({ service: 'dynamodb', operation: 'PutItem', mode: 'delay', delayMilliseconds: 120, times: 1 });
    const asked = performance.now();
    expect(await ask(call)).not.toHaveProperty('refused');
    expect(performance.now() - asked).toBeGreaterThanOrEqual(120);
  });

  it('is answered at once when the fault is taken away', async () => {
    const call = await put('held');
    await armed({ service: 'dynamodb', operation: 'PutItem', mode: 'delay', delayMilliseconds: 60_000, times: 1 });
    const answered = ask(call);
    await expect.poll(struck).toEqual([1]);
    await fetch(`${tiny().url}/_local/faults`, { method: 'DELETE' });
    expect(await answered).not.toHaveProperty('refused');
  });
});

describe('a function that is killed in a call', () => {
  it.each([
    ['before', false],
    ['after', true],
  ] as const)('%s its effect fails as a crashed one, and is there again for the next request', async (when, done) => {
    const call = await put(`killed ${when}`);
    await armed({ service: 'dynamodb', operation: 'PutItem', mode: 'kill', when, times: 1 });
    const response = await send(call);
    expect([response.status, await response.json()]).toEqual([500, { message: 'Internal Server Error' }]);
    expect(await isThere(`killed ${when}`)).toBe(done);
    expect(await ask(call)).not.toHaveProperty('refused');
  });

  it('is brought its message again at once, as another delivery', async () => {
    const message = JSON.stringify(await put('by message'));
    await armed({ service: 'dynamodb', operation: 'PutItem', mode: 'kill', function: 'Tiny-Consumer', times: 1 });
    const { QUEUE_URL } = await given();
    await ask({ service: 'sqs', command: 'SendMessage', input: { QueueUrl: QUEUE_URL, MessageBody: message, DelaySeconds: 900 } });
    const ticked = await readJson(await fetch(`${tiny().url}/_local/tick`, { method: 'POST' }), report);
    expect(ticked).toMatchObject({ errors: 1, waiting: 0 });
    const logs = async () =>
      (await (await fetch(`${tiny().url}/_local/logs`)).text()).split('\n').filter((line) => line.includes('Consumer'));
    await expect.poll(logs).toContainEqual(expect.stringContaining('"answered"'));
    expect((await logs()).filter((line) => line.includes('"received"')).map((line) => JSON.parse(line).count)).toContain('2');
    expect(await logs()).toContainEqual(expect.stringContaining('signal: killed'));
    expect(await isThere('by message')).toBe(true);
  });
});

describe('the fault route', () => {
  it('says how often each fault has struck, and takes all of them away', async () => {
    await armed({ service: 'dynamodb', operation: 'PutItem', mode: 'throttle', times: 1, skip: 1, function: 'Tiny-Api' });
    await armed({ service: 'dynamodb', operation: 'PutItem', mode: 'throttle', times: 5, function: 'Tiny-Consumer' });
    for (const expected of [undefined, 'ThrottlingException', undefined])
      expect((await ask(await put('again', 1)))['refused']).toBe(expected);
    expect(await listed()).toMatchObject([
      { mode: 'throttle', matched: 3, struck: 1 },
      { matched: 0, struck: 0 },
    ]);
    expect((await fetch(`${tiny().url}/_local/faults`, { method: 'DELETE' })).status).toBe(204);
    expect(await listed()).toEqual([]);
  });

  it.each([
    [
      'every field that does not fit',
      { service: 's3', operation: 1, mode: 'flood', times: 0, colour: 'red' },
      ['service', 'operation', 'mode', 'times', 'colour'],
    ],
    ['an operation nobody knows', { service: 'sns', operation: 'PutItem', mode: 'throttle', times: 1 }, ['operation', 'Publish']],
    [
      'a function nobody declares',
      { service: 'sns', operation: '*', mode: 'kill', times: 1, function: 'nobody' },
      ['function', 'Tiny-Api'],
    ],
    ['a conflict outside of DynamoDB', { service: 'sns', operation: 'Publish', mode: 'conflict', times: 1 }, ['mode']],
    ['a conflict of a plain read', { service: 'dynamodb', operation: 'GetItem', mode: 'conflict', times: 1 }, ['mode']],
    ['a delay of no time', { service: 'sns', operation: '*', mode: 'delay', times: 1 }, ['delayMilliseconds']],
    [
      'a throttle with a time, after the effect',
      { service: 'sns', operation: '*', mode: 'throttle', times: 1, delayMilliseconds: 9, when: 'after' },
      ['delayMilliseconds', 'when'],
    ],
  ])('refuses %s by name', async (_case, fault, names) => {
    const response = await arm(fault);
    expect(response.status).toBe(400);
    const { message } = await readJson(response, z.object({ message: z.string() }));
    for (const name of names) expect(message).toContain(name);
    expect(await listed()).toEqual([]);
  });
});
