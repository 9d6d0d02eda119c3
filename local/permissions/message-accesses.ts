import * as z from 'zod';
import type { GateCall } from '#local/gate/gate-call.ts';
import type { Access } from './access.ts';
import { arnOf } from './arn-of.ts';

const named = z.object({ Name: z.string() });
const ofTopic = z.object({ TopicArn: z.string() });
const ofSubscription = z.object({ SubscriptionArn: z.string() });
const ofQueue = z.object({ QueueUrl: z.string() });
const entries = z.object({ Entries: z.array(z.object({ EventBusName: z.string().default('default') })) });

/** What a call to SNS needs. @throws z.ZodError when it does not name its topic or subscription. */
export function topicAccesses({ operation, input }: GateCall): readonly Access[] {
  return [{ action: `sns:${operation === 'PublishBatch' ? 'Publish' : operation}`, resource: topicResource(operation, input) }];
}

function topicResource(operation: string, input: GateCall['input']): string {
  switch (operation) {
    case 'CreateTopic':
      return arnOf('sns', named.parse(input).Name);
    case 'GetSubscriptionAttributes':
    case 'SetSubscriptionAttributes':
    case 'Unsubscribe':
      return ofSubscription.parse(input).SubscriptionArn;
    case 'ListSubscriptions':
      return '*';
    default:
      return ofTopic.parse(input).TopicArn;
  }
}

/** What a call to SQS needs; a batch is allowed by the action of its single one. @throws z.ZodError when it names no queue. */
export function queueAccesses({ operation, input }: GateCall): readonly Access[] {
  const queueName = ofQueue.parse(input).QueueUrl.split('/').at(-1) ?? '';
  return [{ action: `sqs:${operation.replace(/Batch$/, '')}`, resource: arnOf('sqs', queueName) }];
}

/** What a call to EventBridge needs: the bus of each event. @throws z.ZodError when the events cannot be read. */
export function busAccesses({ input }: GateCall): readonly Access[] {
  const buses = new Set(entries.parse(input).Entries.map(({ EventBusName }) => EventBusName));
  return [...buses].map((bus) => ({
    action: 'events:PutEvents',
    resource: bus.startsWith('arn:') ? bus : arnOf('events', `event-bus/${bus}`),
  }));
}
