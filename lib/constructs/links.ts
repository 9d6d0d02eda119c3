import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Environment } from '#lambdas/links/environment.ts';
import type { DoorProps } from './api.ts';
import { given } from './given.ts';
import { WatchedFunction } from './watched-function.ts';

/** What answers a link in a message: the page, and the few things that a link's holder may do. */
export class Links extends Construct {
  readonly door: WatchedFunction<Environment>;

  constructor(scope: Construct, id: string, { bundles, alarms, table, checkQueue, deliveryQueue, workQueue }: DoorProps) {
    super(scope, id);
    this.door = new WatchedFunction<Environment>(this, 'Function', {
      bundles,
      alarms,
      name: 'links',
      memoryMb: 512,
      // One plan at most; nobody looks at a page for longer.
      timeout: Duration.seconds(15),
      failureMeans: 'People who follow the link in a warning see no plan and cannot move anybody.',
      variables: {
        // Nothing is ever deleted through a link.
        TABLE_NAME: given(
          table.name,
          table.allows('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'),
          table.protectsAudit(),
          table.protectsChain(),
        ),
        CHECK_QUEUE_URL: given(checkQueue.url, checkQueue.allowsSending()),
        DELIVERY_QUEUE_URL: given(deliveryQueue.url, deliveryQueue.allowsSending()),
        WORK_QUEUE_URL: given(workQueue.url, workQueue.allowsSending()),
      },
    });
  }
}
