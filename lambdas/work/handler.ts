import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoDbStores } from '#adapters/dynamodb/stores.ts';
import { sha256 } from '#adapters/runtime/digest.ts';
import { powertoolsLog } from '#adapters/runtime/powertools-log.ts';
import { systemRandomness } from '#adapters/runtime/randomness.ts';
import { systemClock } from '#adapters/runtime/system-clock.ts';
import { sqsClient } from '#adapters/sqs/client.ts';
import { sqsQueues } from '#adapters/sqs/queues.ts';
import { queueConsumer } from '../queue-consumer.ts';
import { doOneOrder, workOrder } from './do-one-order.ts';
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
const ports = { clock, randomness, digest: sha256, log, stores, queues };

/** What one step of a job takes at most, with its retries: no new one is begun with less time left. */
const STEP_MILLISECONDS = 20_000;

/** The work queue: imports, reassignments, purges, the audit chain. */
export const handler = queueConsumer(workOrder, (order, { context }) =>
  doOneOrder(ports, order, () => context.getRemainingTimeInMillis() > STEP_MILLISECONDS),
);
