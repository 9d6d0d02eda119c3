import * as z from 'zod';
import { sqsCall } from '#local/emulators/sqs-call.ts';
import { CONCURRENCY, type LambdaFunction } from '#local/functions/lambda-function.ts';
import { LOCAL_REGION } from '#local/template/world.ts';
import type { EventSource } from './event-sources.ts';
import { failedMessages } from './failed-messages.ts';
import type { Tally } from './tally.ts';

const messageSchema = z.object({
  MessageId: z.string(),
  ReceiptHandle: z.string(),
  Body: z.string(),
  MD5OfBody: z.string(),
  Attributes: z.record(z.string(), z.string()).default({}),
  MessageAttributes: z.record(z.string(), z.unknown()).default({}),
});
const receivedSchema = z.object({ Messages: z.array(messageSchema).default([]) });
type Message = z.infer<typeof messageSchema>;

export type Poller = { readonly stop: () => Promise<void> };

type Poll = { readonly endpoint: string; readonly source: EventSource; readonly target: LambdaFunction; readonly tally: Tally };

/**
 * Hands a queue's messages to its function, as an event source mapping does. One departure from AWS: what failed is
 * visible again at once instead of after the visibility timeout, so that five tries do not take a quarter of an hour.
 */
export function startPoller(poll: Poll): Poller {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const limit = Math.min(CONCURRENCY, poll.source.maximumConcurrency);
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const messages = await receive(poll, stopping.signal);
      if (messages.length === 0) continue;
      const handling = handle(poll, messages).finally(() => running.delete(handling));
      running.add(handling);
      if (running.size >= limit) await Promise.race(running);
    }
  };
  const looping = loop();
  return {
    stop: async () => {
      stopping.abort();
      await looping;
      await Promise.all(running);
    },
  };
}

async function receive({ endpoint, source }: Poll, signal: AbortSignal): Promise<readonly Message[]> {
  const request = {
    QueueUrl: source.queueName,
    MaxNumberOfMessages: Math.min(10, source.batchSize),
    WaitTimeSeconds: 20,
    MessageSystemAttributeNames: ['All'],
    MessageAttributeNames: ['All'],
  };
  try {
    return receivedSchema.parse((await sqsCall(endpoint, 'ReceiveMessage', request, signal)) ?? {}).Messages;
  } catch (error) {
    if (signal.aborted) return [];
    throw error;
  }
}

async function handle({ endpoint, source, target, tally }: Poll, messages: readonly Message[]): Promise<void> {
  const outcome = await target.invoke({ Records: messages.map((message) => recordOf(message, source)) });
  const failed = failedMessages(
    outcome,
    messages.map(({ MessageId }) => MessageId),
    source.reportsFailures,
  );
  tally.invoked({ failed: failed.size > 0 });
  await Promise.all(
    messages.map(({ MessageId, ReceiptHandle }) => {
      const message = { QueueUrl: source.queueName, ReceiptHandle };
      return failed.has(MessageId)
        ? sqsCall(endpoint, 'ChangeMessageVisibility', { ...message, VisibilityTimeout: 0 })
        : sqsCall(endpoint, 'DeleteMessage', message);
    }),
  );
}

function recordOf(message: Message, { queueArn }: EventSource) {
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes,
    messageAttributes: message.MessageAttributes,
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: LOCAL_REGION,
  };
}
