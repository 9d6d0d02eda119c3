import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Environment } from '#lambdas/api/environment.ts';
import { given } from './given.ts';
import type { JobQueue } from './job-queue.ts';
import { allowLookingAtSubscriptions } from './recipient-topics.ts';
import type { Table } from './table.ts';
import { type Surroundings, WatchedFunction } from './watched-function.ts';

export type DoorProps = Surroundings & {
  readonly table: Table;
  readonly checkQueue: JobQueue;
  readonly deliveryQueue: JobQueue;
  readonly workQueue: JobQueue;
};

/** What answers `/v1`, for the organisation's own tooling. */
export class Api extends Construct {
  readonly door: WatchedFunction<Environment>;

  constructor(scope: Construct, id: string, { bundles, alarms, table, checkQueue, deliveryQueue, workQueue }: DoorProps) {
    super(scope, id);
    this.door = new WatchedFunction<Environment>(this, 'Function', {
      bundles,
      alarms,
      name: 'api',
      // A body of 4 MB, 32 MB unpacked, and a tenant's 50,000 people to plan with, while somebody waits.
      memoryMb: 1024,
      // HTTP API gives up after 30 s, so the function gives up first and says so in its log.
      timeout: Duration.seconds(29),
      failureMeans: 'Tooling cannot enter subscriptions, people or recipients, nor ask for plans. Checks and warnings go on.',
      variables: {
        TABLE_NAME: given(
          table.name,
          table.allows('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'),
          table.protectsAudit(),
          table.protectsChain(),
          table.allowsQueriesOf('tenants'),
        ),
        CHECK_QUEUE_URL: given(checkQueue.url, checkQueue.allowsSending()),
        DELIVERY_QUEUE_URL: given(deliveryQueue.url, deliveryQueue.allowsSending()),
        WORK_QUEUE_URL: given(workQueue.url, workQueue.allowsSending()),
      },
      // A check that is asked for looks at the recipients' subscriptions, as the daily one does (A5).
      permissions: [allowLookingAtSubscriptions()],
    });
  }
}
