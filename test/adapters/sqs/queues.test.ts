import { describe, expect, it } from 'vitest';
import { sqsQueues } from '#adapters/sqs/queues.ts';
import { idOf } from '#domain/ids.ts';
import { queuesOnFauxqs } from '#test/support/queues.ts';
import { ACME, NOW } from '#test/support/stores.ts';

const { client, queues, urlOf } = queuesOnFauxqs();

describe('A4 a batch of which SQS takes only some', () => {
  it('is noticed', async () => {
    client().middlewareStack.add(
      (next) => async (args) => {
        const answer = await next(args);
        return { ...answer, output: { ...answer.output, Failed: [{ Id: '0', Code: 'InternalError', SenderFault: false }] } };
      },
      { step: 'initialize', name: 'some-fail' },
    );
    await expect(queues({ onFailure: 'throw' }).requestDelivery([idOf.outbox('01OUTBOX')])).rejects.toMatchObject({
      cause: { message: 'SQS did not take 1 of 1 messages (InternalError).' },
    });
    client().middlewareStack.remove('some-fail');
  });
});

describe('a function without a queue', () => {
  it('cannot send to it', async () => {
    const log = { warn: () => undefined };
    const without = sqsQueues({ client: client(), deliveryQueueUrl: urlOf('delivery'), log });
    await expect(without.requestCheck({ tenantId: ACME, because: 'write', requestedAt: NOW })).rejects.toThrow('no check queue');
    await expect(without.requestWork({ job: 'purge', tenantId: ACME })).rejects.toThrow('no work queue');
  });
});
