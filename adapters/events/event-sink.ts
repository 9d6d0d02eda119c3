import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { type MessageAttributeValue, PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { ToolingEvent } from '#domain/messages/events.ts';
import type { EventSink } from '#use-cases/ports.ts';

type Setup = {
  readonly sns: SNSClient;
  readonly eventBridge: EventBridgeClient;
  readonly toolingTopicArn: string;
  readonly eventBusName: string;
};

/**
 * A2. What tooling hears: alerts and solved matters as JSON over the static topic, and all of it, reassignments included,
 * over the event bus. An event that failed halfway is published to both again.
 */
export function eventSink({ sns, eventBridge, toolingTopicArn, eventBusName }: Setup): EventSink {
  return {
    publish: async (event) => {
      const attributes = attributesOf(event);
      if (attributes !== undefined) {
        await sns.send(new PublishCommand({ TopicArn: toolingTopicArn, Message: JSON.stringify(event), MessageAttributes: attributes }));
      }
      await putEvent(eventBridge, event, eventBusName);
    },
  };
}

/** What a subscriber of the static topic may filter on; undefined for what does not go there. */
function attributesOf(event: ToolingEvent): Record<string, MessageAttributeValue> | undefined {
  switch (event.detailType) {
    case 'alert':
    case 'solved':
      return { tenantId: text(event.tenantId), severity: text(event.severity), kind: text(event.kind) };
    case 'reassignment':
      return undefined;
  }
}

function text(value: string): MessageAttributeValue {
  return { DataType: 'String', StringValue: value };
}

/** The bus answers 200 for an event it did not take: only the count tells. */
async function putEvent(eventBridge: EventBridgeClient, event: ToolingEvent, eventBusName: string): Promise<void> {
  const entry = {
    Source: 'lapsewatch',
    DetailType: event.detailType,
    Detail: JSON.stringify(event),
    EventBusName: eventBusName,
    Time: new Date(event.at),
  };
  const { FailedEntryCount, Entries } = await eventBridge.send(new PutEventsCommand({ Entries: [entry] }));
  if (FailedEntryCount === 0) return;
  throw new Error(`The event bus did not take an event (${Entries?.[0]?.ErrorCode ?? 'no reason given'}).`);
}
