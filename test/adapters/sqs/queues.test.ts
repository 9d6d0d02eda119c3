import { SQSClient } from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sqsQueues } from '#adapters/sqs/queues.ts';
import { idOf } from '#domain/ids.ts';
import { ACME, NOW } from '#test/support/stores.ts';
import type { WorkOrder } from '#use-cases/ports.ts';

let fauxqs: FauxqsServer;
let client: SQSClient;
let warnings: unknown[];
const urls = new Map<string, string>();
const log = { warn: (message: string, fields: unknown) => warnings.push({ message, fields }) };
const urlOf = (queue: string) => urls.get(queue) ?? `${client.config.endpoint}/000000000000/missing`;
const queuesTo = (delivery = 'delivery', onFailure?: 'warn' | 'throw') =>
  sqsQueues({
    client,
    checkQueueUrl: urlOf('check'),
    deliveryQueueUrl: urlOf(delivery),
    workQueueUrl: urlOf('work'),
    log,
    ...(onFailure && { onFailure }),
  });

function waitingIn(queue: string) {
  const { ready = [], delayed = [] } = fauxqs.inspectQueue(queue)?.messages ?? {};
  return { ready: ready.map(({ body }) => JSON.parse(body)), delayed: delayed.map(({ body }) => JSON.parse(body)) };
}

beforeAll(async () => {
  fauxqs = await startFauxqs({ port: 0, logger: false });
  client = new SQSClient({
    endpoint: `http://127.0.0.1:${fauxqs.port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  client.destroy();
  await fauxqs.stop();
});
beforeEach(() => {
  warnings = [];
  for (const queue of ['check', 'delivery', 'work']) {
    fauxqs.deleteQueue(queue);
    urls.set(queue, fauxqs.createQueue(queue).queueUrl);
  }
});

describe('C2 asking for a check', () => {
  it('that is due is heard at once', async () => {
    const request = { tenantId: ACME, because: 'due', requestedAt: NOW } as const;
    await queuesTo().requestCheck(request);
    expect(waitingIn('check')).toEqual({ ready: [request], delayed: [] });
  });

  it('after a write is heard after those that follow it', async () => {
    const request = { tenantId: ACME, because: 'write', requestedAt: NOW } as const;
    await queuesTo().requestCheck(request);
    expect(waitingIn('check')).toEqual({ ready: [], delayed: [request] });
    const [message] = fauxqs.inspectQueue('check')?.messages.delayed ?? [];
    const seconds = ((message?.delayUntil ?? 0) - Date.now()) / 1000;
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
  });
});

describe('asking for a delivery', () => {
  it('sends one message per outbox item, however many there are', async () => {
    const ids = Array.from({ length: 23 }, (_, n) => idOf.outbox(`01OUTBOX${n}`));
    await queuesTo().requestDelivery(ids);
    expect(waitingIn('delivery').ready).toEqual(ids.map((outboxId) => ({ outboxId })));
  });

  it('of nothing sends nothing', async () => {
    await queuesTo('missing').requestDelivery([]);
    expect(warnings).toEqual([]);
  });
});

describe('asking for work', () => {
  it('sends the order as it is', async () => {
    const order: WorkOrder = { job: 'reassignment', tenantId: ACME, reassignmentId: idOf.reassignment('01RUN') };
    await queuesTo().requestWork(order);
    expect(waitingIn('work').ready).toEqual([order]);
  });
});

describe('A4 a queue that does not answer', () => {
  const broken = (onFailure?: 'warn' | 'throw') => {
    for (const queue of ['check', 'delivery', 'work']) fauxqs.deleteQueue(queue);
    return queuesTo('delivery', onFailure);
  };

  it('is a warning that tells no content, because the tick sweeps', async () => {
    const queues = broken();
    await queues.requestDelivery([idOf.outbox('01OUTBOX1'), idOf.outbox('01OUTBOX2')]);
    await queues.requestWork({ job: 'purge', tenantId: ACME });
    await queues.requestCheck({ tenantId: ACME, because: 'write', requestedAt: NOW });
    expect(warnings).toMatchObject([
      { fields: { queue: 'delivery', messages: 2 } },
      { fields: { queue: 'work', messages: 1 } },
      { fields: { queue: 'check', messages: 1 } },
    ]);
    expect(JSON.stringify(warnings)).not.toMatch(/OUTBOX|acme|purge/);
  });

  it('is a fault for a check that is due', async () => {
    const due = broken().requestCheck({ tenantId: ACME, because: 'due', requestedAt: NOW });
    await expect(due).rejects.toThrow('Sending to the check queue failed (messages: 1).');
  });

  it('is a fault for everything the tick sends', async () => {
    const queues = broken('throw');
    await expect(queues.requestDelivery([idOf.outbox('01OUTBOX')])).rejects.toThrow('delivery queue');
    await expect(queues.requestWork({ job: 'purge', tenantId: ACME })).rejects.toThrow('work queue');
    await expect(queues.requestCheck({ tenantId: ACME, because: 'write', requestedAt: NOW })).rejects.toThrow('check queue');
    expect(warnings).toEqual([]);
  });

  it('is noticed when SQS takes only some of a batch', async () => {
    client.middlewareStack.add(
      (next) => async (args) => {
        const answer = await next(args);
        return { ...answer, output: { ...answer.output, Failed: [{ Id: '0', Code: 'InternalError', SenderFault: false }] } };
      },
      { step: 'initialize', name: 'some-fail' },
    );
    await expect(queuesTo('delivery', 'throw').requestDelivery([idOf.outbox('01OUTBOX')])).rejects.toMatchObject({
      cause: { message: 'SQS did not take 1 of 1 messages (InternalError).' },
    });
    client.middlewareStack.remove('some-fail');
  });
});

describe('a function without a queue', () => {
  it('cannot send to it', async () => {
    const queues = sqsQueues({ client, deliveryQueueUrl: urlOf('delivery'), log });
    await expect(queues.requestCheck({ tenantId: ACME, because: 'write', requestedAt: NOW })).rejects.toThrow('no check queue');
    await expect(queues.requestWork({ job: 'purge', tenantId: ACME })).rejects.toThrow('no work queue');
  });
});
