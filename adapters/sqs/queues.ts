import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { SETTLING_SECONDS } from '#domain/audit/entry-age.ts';
import type { OutboxId } from '#domain/ids.ts';
import type { Log, Queues, WorkOrder } from '#use-cases/ports.ts';

type Setup = {
  readonly client: SQSClient;
  /** Functions that ask for no checks, or for no work, leave theirs out. */
  readonly checkQueueUrl?: string;
  readonly deliveryQueueUrl: string;
  readonly workQueueUrl?: string;
  readonly log: Pick<Log, 'warn'>;
  /**
   * What becomes of a message that cannot be sent. `warn`: what it names is in the table, and the tick sweeps it (A4).
   * `throw`: for the tick itself, behind which nobody sweeps.
   * @default 'warn'
   */
  readonly onFailure?: 'warn' | 'throw';
};

type CheckRequest = Parameters<Queues['requestCheck']>[0];

/** C2. A check after a write waits for the writes that follow it. */
const AFTER_WRITE_SECONDS = 60;
/** U2. Until then whatever was written before it was asked for has settled; a minute more, because clocks differ. SQS takes 900. */
const UNTIL_SETTLED_SECONDS = SETTLING_SECONDS + 60;
/** Messages that one SendMessageBatch takes. */
const BATCH = 10;

/** The queues as SQS has them. A message names one tenant, outbox item or job, never a person. */
export function sqsQueues(setup: Setup): Queues {
  return {
    requestCheck: (request) => requestCheck(setup, request),
    requestDelivery: (outboxIds) => requestDelivery(setup, outboxIds),
    requestWork: (order) => requestWork(setup, order),
  };
}

/** A due check has only this message, so its loss is a fault whoever sends it. */
async function requestCheck(setup: Setup, request: CheckRequest): Promise<void> {
  const { client, checkQueueUrl, log, onFailure = 'warn' } = setup;
  const due = request.because === 'due';
  const QueueUrl = required(checkQueueUrl, 'check');
  const body = { MessageBody: JSON.stringify(request), ...(!due && { DelaySeconds: AFTER_WRITE_SECONDS }) };
  await guarded({ log, onFailure: due ? 'throw' : onFailure, queue: 'check', messages: 1 }, async () => {
    await client.send(new SendMessageCommand({ QueueUrl, ...body }));
  });
}

async function requestDelivery(
  { client, deliveryQueueUrl, log, onFailure = 'warn' }: Setup,
  outboxIds: readonly OutboxId[],
): Promise<void> {
  for (let first = 0; first < outboxIds.length; first += BATCH) {
    const some = outboxIds.slice(first, first + BATCH);
    const Entries = some.map((outboxId, place) => ({ Id: String(place), MessageBody: JSON.stringify({ outboxId }) }));
    await guarded({ log, onFailure, queue: 'delivery', messages: some.length }, async () => {
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: deliveryQueueUrl, Entries }));
      if (Failed.length > 0) throw new Error(`SQS did not take ${Failed.length} of ${some.length} messages (${Failed[0]?.Code}).`);
    });
  }
}

/** To chain an audit has only this message, so its loss is a fault whoever sends it. */
async function requestWork({ client, workQueueUrl, log, onFailure = 'warn' }: Setup, order: WorkOrder): Promise<void> {
  const QueueUrl = required(workQueueUrl, 'work');
  const chaining = order.job === 'chain-audit';
  const body = { MessageBody: JSON.stringify(order), ...(chaining && { DelaySeconds: UNTIL_SETTLED_SECONDS }) };
  await guarded({ log, onFailure: chaining ? 'throw' : onFailure, queue: 'work', messages: 1 }, async () => {
    await client.send(new SendMessageCommand({ QueueUrl, ...body }));
  });
}

type Sending = { readonly log: Pick<Log, 'warn'>; readonly onFailure: 'warn' | 'throw'; readonly queue: string; readonly messages: number };

/** The warning tells the kind of fault and how many messages, never what was in them. */
async function guarded({ log, onFailure, queue, messages }: Sending, send: () => Promise<void>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (onFailure === 'throw') throw new Error(`Sending to the ${queue} queue failed (messages: ${messages}).`, { cause: error });
    log.warn('Messages could not be sent; the tick will find what they named.', {
      queue,
      messages,
      fault: error instanceof Error ? error.name : 'unknown',
    });
  }
}

function required(url: string | undefined, queue: string): string {
  if (url === undefined) throw new Error(`This function was given no ${queue} queue, and was asked to send to it.`);
  return url;
}
