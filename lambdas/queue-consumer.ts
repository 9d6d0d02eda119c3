import { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import sqsPartialBatchFailure from '@middy/sqs-partial-batch-failure';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { faultOf } from './fault.ts';

/** What a consumer may know beside the message: which delivery of it this is, and how much time is left. */
export type Consuming = { readonly record: SQSRecord; readonly context: Context };

export type QueueConsumer = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/**
 * The door of every function that a queue drives: each message is held against its schema and consumed, one after the other,
 * and only those that failed come back to the queue. It never ends early by itself (a handler that goes on writing after its
 * answer would be worse than a late one). A failure is logged by its kind and place, since texts may quote data (S4).
 */
export function queueConsumer<Message>(
  schema: z.ZodType<Message>,
  consume: (message: Message, consuming: Consuming) => Promise<void>,
  logger: Pick<Logger, 'error'> = new Logger(),
): QueueConsumer {
  const consumeOne = async (record: SQSRecord, context: Context): Promise<void> =>
    consume(schema.parse(JSON.parse(record.body)), { record, context });
  const consumeAll = async ({ Records }: SQSEvent, context: Context): Promise<readonly PromiseSettledResult<void>[]> => {
    const settled: PromiseSettledResult<void>[] = [];
    for (const record of Records) settled.push(...(await Promise.allSettled([consumeOne(record, context)])));
    return settled;
  };
  const logFailure = (reason: unknown, { messageId }: SQSRecord): void =>
    logger.error('A message failed and goes back to its queue.', { messageId, fault: faultOf(reason) });
  const handler = middy<SQSEvent, unknown>(consumeAll, { timeoutEarlyInMillis: 0 }).use(sqsPartialBatchFailure({ logger: logFailure }));
  return (event, context) => handler(event, context) as Promise<SQSBatchResponse>;
}
