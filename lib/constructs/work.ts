import { Construct } from 'constructs';
import type { Environment } from '#lambdas/work/environment.ts';
import { given } from './given.ts';
import type { JobQueue } from './job-queue.ts';
import type { Table } from './table.ts';
import { type Surroundings, WatchedFunction } from './watched-function.ts';
import { WorkQueue } from './work-queue.ts';

export type WorkProps = Surroundings & {
  readonly table: Table;
  readonly queue: WorkQueue;
  readonly checkQueue: JobQueue;
  readonly deliveryQueue: JobQueue;
};

/** What carries out long jobs, a stretch at a time: imports, reassignments, the purge of a tenant, the chaining of its audit (U2). */
export class Work extends Construct {
  constructor(scope: Construct, id: string, { bundles, alarms, table, queue, checkQueue, deliveryQueue }: WorkProps) {
    super(scope, id);
    const work = new WatchedFunction<Environment>(this, 'Work', {
      bundles,
      alarms,
      name: 'work',
      memoryMb: 512,
      timeout: WorkQueue.workerTimeout,
      failureMeans: 'Imports and confirmed reassignments are not carried out.',
      variables: {
        TABLE_NAME: given(
          table.name,
          table.allows('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem', 'BatchWriteItem'),
          table.protectsAudit(),
        ),
        CHECK_QUEUE_URL: given(checkQueue.url, checkQueue.allowsSending()),
        DELIVERY_QUEUE_URL: given(deliveryQueue.url, deliveryQueue.allowsSending()),
        WORK_QUEUE_URL: given(queue.url, queue.allowsSending()),
      },
      permissions: [queue.allowsReceiving()],
    });
    queue.wakes(work, { batchSize: 1, maxConcurrency: 2 });
  }
}
