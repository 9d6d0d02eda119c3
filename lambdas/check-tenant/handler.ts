import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoDbStores } from '#adapters/dynamodb/stores.ts';
import { sha256 } from '#adapters/runtime/digest.ts';
import { powertoolsLog } from '#adapters/runtime/powertools-log.ts';
import { systemRandomness } from '#adapters/runtime/randomness.ts';
import { systemClock } from '#adapters/runtime/system-clock.ts';
import { snsClient } from '#adapters/sns/client.ts';
import { topicWatch } from '#adapters/sns/subscription-state.ts';
import { sqsClient } from '#adapters/sqs/client.ts';
import { sqsQueues } from '#adapters/sqs/queues.ts';
import { queueConsumer } from '../queue-consumer.ts';
import { checkOneTenant, checkOrder } from './check-one-tenant.ts';
import { environment } from './environment.ts';

const { TABLE_NAME, DELIVERY_QUEUE_URL, WORK_QUEUE_URL } = environment.parse(process.env);
const log = powertoolsLog();
const clock = systemClock;
const randomness = systemRandomness();
const stores = dynamoDbStores({ client: documentClient(), tableName: TABLE_NAME, clock, randomness });
const queues = sqsQueues({ client: sqsClient(), deliveryQueueUrl: DELIVERY_QUEUE_URL, workQueueUrl: WORK_QUEUE_URL, log });

/** The check queue: one message, one tenant. */
export const handler = queueConsumer(checkOrder, (order) =>
  checkOneTenant({ clock, randomness, digest: sha256, log, stores, queues, topics: topicWatch(snsClient()) }, order),
);
