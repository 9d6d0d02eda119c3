import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Environment } from '#lambdas/deliver/environment.ts';
import { given } from './given.ts';
import { JobQueue } from './job-queue.ts';
import { allowLookingAtSubscriptions, allowUnsubscribing, type RecipientTopics } from './recipient-topics.ts';
import type { Table } from './table.ts';
import type { Tooling } from './tooling.ts';
import { type Surroundings, WatchedFunction } from './watched-function.ts';

export type DeliveriesProps = Surroundings & {
  readonly table: Table;
  readonly recipientTopics: RecipientTopics;
  readonly tooling: Tooling;
  /** Where links in messages lead: `https://host`. */
  readonly linkBaseUrl: string;
};

/** What takes outbox items to SNS and EventBridge (A4): messages, events, and the topics of recipients. */
export class Deliveries extends Construct {
  readonly queue: JobQueue;

  constructor(scope: Construct, id: string, props: DeliveriesProps) {
    super(scope, id);
    const { bundles, alarms, table, recipientTopics, tooling, linkBaseUrl } = props;
    // Ten items of a batch at a handful of calls each: seconds; the rest is room for SNS's retries.
    const timeout = Duration.seconds(60);
    this.queue = new JobQueue(this, 'Queue', {
      alarms,
      workerTimeout: timeout,
      failureMeans: 'A warning, a fresh link, a result or the set-up of an address was given up for now and is late.',
      runbookSection: 'the-delivery-queue-has-dead-letters',
    });
    const deliver = new WatchedFunction<Environment>(this, 'Deliver', {
      bundles,
      alarms,
      name: 'deliver',
      memoryMb: 256,
      timeout,
      failureMeans: 'Nobody receives warnings, links or results; nothing is lost, it waits in the outbox.',
      variables: {
        TABLE_NAME: given(table.name, table.allows('GetItem', 'PutItem', 'UpdateItem'), table.protectsAudit(), table.protectsChain()),
        TOPIC_PREFIX: given(recipientTopics.prefix),
        TOPIC_ARN_PREFIX: given(
          recipientTopics.arnPrefix,
          recipientTopics.allowsKeeping(),
          allowLookingAtSubscriptions(),
          allowUnsubscribing(),
        ),
        TOOLING_TOPIC_ARN: given(tooling.topicArn, tooling.allowsPublishing()),
        EVENT_BUS_NAME: given(tooling.busName, tooling.allowsEvents()),
        LINK_BASE_URL: given(linkBaseUrl),
      },
      permissions: [this.queue.allowsReceiving()],
    });
    this.queue.wakes(deliver, { batchSize: 10, maxConcurrency: 2 });
  }
}
