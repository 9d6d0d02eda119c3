import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Environment } from '#lambdas/check-tenant/environment.ts';
import { given } from './given.ts';
import { JobQueue } from './job-queue.ts';
import { allowLookingAtSubscriptions } from './recipient-topics.ts';
import type { Table } from './table.ts';
import { type Surroundings, WatchedFunction } from './watched-function.ts';

export type ChecksProps = Surroundings & {
  readonly table: Table;
  readonly deliveryQueue: JobQueue;
  readonly workQueue: JobQueue;
};

/** What finds out who would lose access, tenant by tenant (C3). */
export class Checks extends Construct {
  readonly queue: JobQueue;

  constructor(scope: Construct, id: string, { bundles, alarms, table, deliveryQueue, workQueue }: ChecksProps) {
    super(scope, id);
    // A tenant of 50,000 people is some 30 pages to read, and up to a transaction per recipient to write.
    const timeout = Duration.seconds(120);
    this.queue = new JobQueue(this, 'Queue', {
      alarms,
      workerTimeout: timeout,
      failureMeans: 'A tenant could not be checked: its people may not be warned.',
      runbookSection: 'the-check-queue-has-dead-letters',
    });
    const checkTenant = new WatchedFunction<Environment>(this, 'CheckTenant', {
      bundles,
      alarms,
      name: 'check-tenant',
      // A tenant of 50,000 people fits in 512 MB; above that memory buys processor, and a check is mostly unmarshalling.
      memoryMb: 1024,
      timeout,
      failureMeans: 'People whose subscription lapses are not warned.',
      variables: {
        TABLE_NAME: given(
          table.name,
          table.allows('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'),
          table.protectsAudit(),
          table.protectsChain(),
        ),
        DELIVERY_QUEUE_URL: given(deliveryQueue.url, deliveryQueue.allowsSending()),
        WORK_QUEUE_URL: given(workQueue.url, workQueue.allowsSending()),
      },
      // The check looks at the recipients' subscriptions (A5).
      permissions: [this.queue.allowsReceiving(), allowLookingAtSubscriptions()],
    });
    // One message is one tenant, and one tenant may be large. A fresh account runs ten functions at a time: three check,
    // two deliver, two work, one ticks, and two are left for people.
    this.queue.wakes(checkTenant, { batchSize: 1, maxConcurrency: 3 });
  }
}
