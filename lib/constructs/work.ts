import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Environment } from '#lambdas/work/environment.ts';
import { given } from './given.ts';
import { JobQueue } from './job-queue.ts';
import type { Table } from './table.ts';
import { type Surroundings, WatchedFunction } from './watched-function.ts';

export type WorkProps = Surroundings & {
  readonly table: Table;
  readonly checkQueue: JobQueue;
  readonly deliveryQueue: JobQueue;
};

/** What carries out long jobs, a stretch at a time: imports, reassignments, the purge of a tenant. */
export class Work extends Construct {
  readonly queue: JobQueue;

  constructor(scope: Construct, id: string, { bundles, alarms, table, checkQueue, deliveryQueue }: WorkProps) {
    super(scope, id);
    // Long enough that a job is rarely cut in two, short enough that a crash is noticed within half an hour (6 x 5 min).
    const timeout = Duration.seconds(300);
    this.queue = new JobQueue(this, 'Queue', {
      alarms,
      workerTimeout: timeout,
      failureMeans: 'An import, a reassignment or a purge stands still: people who confirmed a move are not moved yet.',
      runbookSection: 'the-work-queue-has-dead-letters',
    });
    const work = new WatchedFunction<Environment>(this, 'Work', {
      bundles,
      alarms,
      name: 'work',
      memoryMb: 512,
      timeout,
      failureMeans: 'Imports and confirmed reassignments are not carried out.',
      variables: {
        TABLE_NAME: given(
          table.name,
          table.allows('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem', 'BatchWriteItem'),
          table.protectsAudit(),
        ),
        CHECK_QUEUE_URL: given(checkQueue.url, checkQueue.allowsSending()),
        DELIVERY_QUEUE_URL: given(deliveryQueue.url, deliveryQueue.allowsSending()),
        WORK_QUEUE_URL: given(this.queue.url, this.queue.allowsSending()),
      },
      permissions: [this.queue.allowsReceiving()],
    });
    this.queue.wakes(work, { batchSize: 1, maxConcurrency: 2 });
  }
}
