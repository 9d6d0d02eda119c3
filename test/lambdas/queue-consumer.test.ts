import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { queueConsumer } from '#lambdas/queue-consumer.ts';
import { aContext } from '#test/support/call-handler.ts';

const record = (messageId: string, body: string): SQSRecord => ({
  messageId,
  body,
  receiptHandle: 'handle',
  attributes: { ApproximateReceiveCount: '1', SentTimestamp: '0', SenderId: 'sender', ApproximateFirstReceiveTimestamp: '0' },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:queue',
  awsRegion: 'eu-central-1',
});

/** A consumer of `{ n }` that fails on 2, and what it consumed and logged. */
function consumer() {
  const consumed: number[] = [];
  const lines: string[] = [];
  const logger = { error: (...line: unknown[]) => void lines.push(JSON.stringify(line)) };
  const handler = queueConsumer(
    z.object({ n: z.number() }),
    async ({ n }) => {
      if (n === 2) throw new Error('anna@acme.example is broken');
      consumed.push(n);
    },
    logger,
  );
  return { handler, consumed, lines };
}

const batch = [
  record('a', '{"n":1}'),
  record('b', '{"n":2}'),
  record('c', 'anna@acme.example'),
  record('d', '{"n":"anna@acme.example"}'),
  record('e', '{"n":5}'),
];

describe('a queue consumer', () => {
  it('sends back what failed, and nothing else', async () => {
    const { handler, consumed } = consumer();
    expect(await handler({ Records: batch }, aContext)).toEqual({
      batchItemFailures: ['b', 'c', 'd'].map((itemIdentifier) => ({ itemIdentifier })),
    });
    expect(consumed).toEqual([1, 5]);
  });

  it('says that all is well by an empty list', async () => {
    expect(await consumer().handler({ Records: [record('a', '{"n":1}')] }, aContext)).toEqual({ batchItemFailures: [] });
  });

  it('S4 logs which message failed and how, and nothing that was in it', async () => {
    const { handler, lines } = consumer();
    await handler({ Records: batch }, aContext);
    expect(lines.map((line) => /"messageId":"(\w)"/.exec(line)?.[1])).toEqual(['b', 'c', 'd']);
    expect(lines.join()).not.toContain('anna');
  });
});
