import { SQSClient } from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { memoryLog } from '#adapters/memory/log.ts';
import { memoryQueues, type Waiting } from '#adapters/memory/queues.ts';
import { sqsQueues } from '#adapters/sqs/queues.ts';
import { millisecondsOf } from '#domain/days/instant.ts';
import type { Queues } from '#use-cases/ports.ts';
import { NOW } from './stores.ts';

type QueueName = 'check' | 'delivery' | 'work';
type OnFailure = { readonly onFailure?: 'warn' | 'throw' };

/** What a test of the queues works with, whatever keeps the messages: each test has empty ones. */
export type QueuesBench = {
  readonly queues: (options?: OnFailure) => Queues;
  /** From now on nothing can be sent. */
  readonly breakAll: () => void;
  /** What waits, in order, and how many seconds are left until it is given out. */
  readonly waitingIn: (queue: QueueName) => readonly { readonly message: unknown; readonly seconds: number }[];
  readonly warnings: () => readonly object[];
};

/** `describe.each(EITHER_QUEUES)('...', (_where, openQueues) => ...)`. */
export const EITHER_QUEUES: readonly (readonly [where: string, openQueues: () => QueuesBench])[] = [
  ['in memory', queuesInMemory],
  ['on SQS', queuesOnFauxqs],
];

function queuesInMemory(): QueuesBench {
  let broken = false;
  let opened: ReturnType<typeof open>;
  const open = (options: OnFailure = {}) => {
    const log = memoryLog();
    const fault = () => (broken ? 'throw-before' : 'none');
    return { log, queues: memoryQueues({ clock: { now: () => NOW }, log, fault, ...options }) };
  };
  const left = ({ message, from }: Waiting<unknown>) => ({ message, seconds: (millisecondsOf(from) - millisecondsOf(NOW)) / 1000 });
  beforeEach(() => {
    broken = false;
    opened = open();
  });
  return {
    queues: (options) => {
      opened = open(options);
      return opened.queues;
    },
    breakAll: () => {
      broken = true;
    },
    waitingIn: (queue) => opened.queues.messages[queue].map(left),
    warnings: () => opened.log.lines,
  };
}

/** Queues on an SQS of the file's own. */
export function queuesOnFauxqs(): QueuesBench & { readonly client: () => SQSClient; readonly urlOf: (queue: string) => string } {
  const names = ['check', 'delivery', 'work'];
  let [server, client]: [FauxqsServer?, SQSClient?] = [];
  let warnings: object[] = [];
  const urls = new Map<string, string>();
  const sqs = () => opened(client);
  const urlOf = (queue: string) => urls.get(queue) ?? `${sqs().config.endpoint}/000000000000/missing`;
  beforeAll(async () => {
    server = await startFauxqs({ port: 0, logger: false });
    client = testSqsClient(server.port);
  });
  afterAll(async () => {
    client?.destroy();
    await server?.stop();
  });
  beforeEach(() => {
    warnings = [];
    for (const queue of names) {
      opened(server).deleteQueue(queue);
      urls.set(queue, opened(server).createQueue(queue).queueUrl);
    }
  });
  return {
    client: sqs,
    urlOf,
    queues: (options = {}) =>
      sqsQueues({
        client: sqs(),
        ...{ checkQueueUrl: urlOf('check'), deliveryQueueUrl: urlOf('delivery'), workQueueUrl: urlOf('work') },
        log: { warn: (message, fields = {}) => void warnings.push({ message, ...fields }) },
        ...options,
      }),
    breakAll: () => {
      for (const queue of names) opened(server).deleteQueue(queue);
    },
    waitingIn: (queue) => waitingOn(opened(server), queue),
    warnings: () => warnings,
  };
}

function opened<Opened>(one: Opened | undefined): Opened {
  if (one === undefined) throw new Error('Queues are there while a test runs, and not before.');
  return one;
}

function testSqsClient(port: number): SQSClient {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return new SQSClient({ endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', credentials, maxAttempts: 1 });
}

/** A message that is there is given out at once. */
function waitingOn(server: FauxqsServer, queue: string): ReturnType<QueuesBench['waitingIn']> {
  const { ready = [], delayed = [] } = server.inspectQueue(queue)?.messages ?? {};
  return [
    ...ready.map(({ body }) => ({ message: JSON.parse(body), seconds: 0 })),
    ...delayed.map(({ body, delayUntil = 0 }) => ({ message: JSON.parse(body), seconds: (delayUntil - Date.now()) / 1000 })),
  ];
}
