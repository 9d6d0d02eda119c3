import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoDbStores } from '#adapters/dynamodb/stores.ts';
import { powertoolsLog } from '#adapters/runtime/powertools-log.ts';
import { systemRandomness } from '#adapters/runtime/randomness.ts';
import { systemClock } from '#adapters/runtime/system-clock.ts';
import { sqsClient } from '#adapters/sqs/client.ts';
import { sqsQueues } from '#adapters/sqs/queues.ts';
import { queueConsumer } from '../queue-consumer.ts';
import { environment } from './environment.ts';
import { tick, tickMessage } from './tick.ts';

const { TABLE_NAME, CHECK_QUEUE_URL, DELIVERY_QUEUE_URL, WORK_QUEUE_URL } = environment.parse(process.env);
const log = powertoolsLog();
const clock = systemClock;
const stores = dynamoDbStores({ client: documentClient(), tableName: TABLE_NAME, clock, randomness: systemRandomness() });
const urls = { checkQueueUrl: CHECK_QUEUE_URL, deliveryQueueUrl: DELIVERY_QUEUE_URL, workQueueUrl: WORK_QUEUE_URL };
// Nobody sweeps behind the tick: what it cannot send has to fail and come again.
const queues = sqsQueues({ client: sqsClient(), ...urls, log, onFailure: 'throw' });

/** The tick queue: a message from the schedule every 15 minutes. */
export const handler = queueConsumer(tickMessage, () => tick({ clock, stores, queues, log }));
