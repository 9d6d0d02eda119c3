import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { signedFetch } from '#local/client/signed-fetch.ts';
import { output, readJson, variables } from '../support/read-json.ts';
import { sdkBundle } from '../support/sdk-bundle.ts';
import { tinyStack } from '../support/tiny-stack.ts';

/** Fails what says `fail`, reports what says `bad` as a failure of its own, and logs each message with its receive count. */
const CONSUMER = `exports.handler = async ({ Records }) => {
  for (const { body, attributes } of Records) console.log(JSON.stringify({ message: 'seen', body, count: attributes.ApproximateReceiveCount }));
  if (Records.some(({ body }) => body.includes('fail'))) throw new Error('failed');
  return { batchItemFailures: Records.filter(({ body }) => body.includes('bad')).map(({ messageId }) => ({ itemIdentifier: messageId })) };
};`;

const line = z.object({ message: z.string(), body: z.string().default(''), count: z.string().default('') });
const report = z.object({ invocations: z.number(), errors: z.number(), waiting: z.number() });

async function stackWithQueue() {
  const { url } = await tinyStack({ api: await sdkBundle(), consumer: CONSUMER });
  const call = async (command: string, input: object) =>
    readJson(await signedFetch(url, { method: 'POST', path: '/v1/sqs', json: { service: 'sqs', command, input } }), output);
  const { QUEUE_URL: queue, DEAD_LETTERS_URL: deadLetters } = await readJson(await signedFetch(url, { path: '/v1/variables' }), variables);
  const send = (body: string, DelaySeconds: number) => call('SendMessage', { QueueUrl: queue, MessageBody: body, DelaySeconds });
  const seen = async () => {
    const logs = await (await fetch(`${url}/_local/logs`)).text();
    const lines = logs.split('\n').filter((text) => text !== '');
    return lines.map((text) => line.parse(JSON.parse(text))).filter(({ message }) => message === 'seen');
  };
  const tick = async () => readJson(await fetch(`${url}/_local/tick`, { method: 'POST' }), report);
  const dead = async () =>
    (await call('ReceiveMessage', { QueueUrl: deadLetters, WaitTimeSeconds: 5, MaxNumberOfMessages: 10 }))['Messages'];
  return { send, seen, tick, dead };
}

describe('queues', () => {
  it('are handed to their function, and a tick says what it set off', async () => {
    const { seen, tick } = await stackWithQueue();
    expect(await tick()).toEqual({ invocations: 1, errors: 0, waiting: 0 });
    await expect.poll(async () => (await seen()).map(({ body }) => body)).toEqual(['{"tick":true}']);
  });

  it('skip delays on a tick', async () => {
    const { send, seen, tick } = await stackWithQueue();
    await send('later', 600);
    expect(await tick()).toMatchObject({ errors: 0, waiting: 0 });
    await expect.poll(async () => (await seen()).map(({ body }) => body)).toContain('later');
  });

  it('keep a delayed message back until then', async () => {
    const { send, seen } = await stackWithQueue();
    await send('later', 600);
    await send('now', 0);
    await expect.poll(async () => (await seen()).map(({ body }) => body)).toEqual(['now']);
  });

  it('move what keeps failing to the dead-letter queue, and nothing else', async () => {
    const { send, seen, tick, dead } = await stackWithQueue();
    await send('good', 600);
    await send('bad', 600);
    expect(await tick()).toMatchObject({ errors: 3, waiting: 0 });
    await expect.poll(async () => (await seen()).filter(({ body }) => body === 'bad').map(({ count }) => count)).toEqual(['1', '2', '3']);
    expect((await seen()).filter(({ body }) => body === 'good')).toHaveLength(1);
    expect(await dead()).toMatchObject([{ Body: 'bad' }]);
  });

  it('give a whole batch back when the function throws', async () => {
    const { send, tick, dead } = await stackWithQueue();
    await send('fail', 600);
    expect((await tick()).errors).toBeGreaterThanOrEqual(3);
    expect(await dead()).toContainEqual(expect.objectContaining({ Body: 'fail' }));
  });
});
