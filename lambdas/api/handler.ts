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
import { apiOperations } from '#contract/operations.ts';
import { routerOf } from '../http/router.ts';
import { apiRoutes } from './api-routes.ts';
import { environment } from './environment.ts';

const { TABLE_NAME, CHECK_QUEUE_URL, DELIVERY_QUEUE_URL, WORK_QUEUE_URL } = environment.parse(process.env);
const log = powertoolsLog();
const clock = systemClock;
const randomness = systemRandomness();
const stores = dynamoDbStores({ client: documentClient(), tableName: TABLE_NAME, clock, randomness });
const queues = sqsQueues({
  client: sqsClient(),
  checkQueueUrl: CHECK_QUEUE_URL,
  deliveryQueueUrl: DELIVERY_QUEUE_URL,
  workQueueUrl: WORK_QUEUE_URL,
  log,
});

/** `/v1/*`, the OpenAPI document and the health route. */
export const handler = routerOf(
  apiOperations,
  apiRoutes({ clock, randomness, digest: sha256, log, stores, queues, topics: topicWatch(snsClient()) }),
);
