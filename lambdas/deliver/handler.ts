import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoDbStores } from '#adapters/dynamodb/stores.ts';
import { eventBridgeClient } from '#adapters/events/client.ts';
import { eventSink } from '#adapters/events/event-sink.ts';
import { sha256 } from '#adapters/runtime/digest.ts';
import { powertoolsLog } from '#adapters/runtime/powertools-log.ts';
import { systemRandomness } from '#adapters/runtime/randomness.ts';
import { systemClock } from '#adapters/runtime/system-clock.ts';
import { snsClient } from '#adapters/sns/client.ts';
import { snsTopics } from '#adapters/sns/topics.ts';
import { queueConsumer } from '../queue-consumer.ts';
import { deliverOneItem, deliveryMessage } from './deliver-one-item.ts';
import { environment } from './environment.ts';

const { TABLE_NAME, TOPIC_PREFIX, TOPIC_ARN_PREFIX, TOOLING_TOPIC_ARN, EVENT_BUS_NAME, LINK_BASE_URL } = environment.parse(process.env);
const clock = systemClock;
const randomness = systemRandomness();
const sns = snsClient();
const ports = {
  clock,
  randomness,
  digest: sha256,
  log: powertoolsLog(),
  stores: dynamoDbStores({ client: documentClient(), tableName: TABLE_NAME, clock, randomness }),
  topics: snsTopics({ client: sns, topicPrefix: TOPIC_PREFIX, topicArnPrefix: TOPIC_ARN_PREFIX }),
  events: eventSink({ sns, eventBridge: eventBridgeClient(), toolingTopicArn: TOOLING_TOPIC_ARN, eventBusName: EVENT_BUS_NAME }),
  linkBaseUrl: LINK_BASE_URL,
};

/** Everything that leaves towards people and tooling: the outbox, item by item (A4). */
export const handler = queueConsumer(deliveryMessage, (message) => deliverOneItem(ports, message));
