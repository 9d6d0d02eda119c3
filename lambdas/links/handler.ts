import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoDbStores } from '#adapters/dynamodb/stores.ts';
import { sha256 } from '#adapters/runtime/digest.ts';
import { powertoolsLog } from '#adapters/runtime/powertools-log.ts';
import { systemRandomness } from '#adapters/runtime/randomness.ts';
import { systemClock } from '#adapters/runtime/system-clock.ts';
import { sqsClient } from '#adapters/sqs/client.ts';
import { sqsQueues } from '#adapters/sqs/queues.ts';
import { linkOperations } from '#contract/operations.ts';
import { routerOf } from '../http/router.ts';
import { environment } from './environment.ts';
import { linkPage } from './link-page.ts';
import { linkRoutes } from './link-routes.ts';
import { answerRefusedBody } from './refused-body.ts';

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

const page = linkPage(readFileSync(join(__dirname, 'page.json'), 'utf8'));

/** `/r/*` and `/links/*`. */
export const handler = routerOf(linkOperations, linkRoutes(ports, page), {
  answerRefused: (event, refusal) => answerRefusedBody(ports, event, refusal),
});
