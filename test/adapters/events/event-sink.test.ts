import { EventBridgeClient, type PutEventsCommandOutput, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { PublishCommand } from '@aws-sdk/client-sns';
import { describe, expect, it } from 'vitest';
import { eventSink } from '#adapters/events/event-sink.ts';
import { memoryEventSink } from '#adapters/memory/event-sink.ts';
import { dayOf } from '#domain/days/day.ts';
import { idOf } from '#domain/ids.ts';
import type { ToolingEvent } from '#domain/messages/events.ts';
import { snsOnFauxqs } from '#test/support/fauxqs.ts';
import { recorded } from '#test/support/sns-middleware.ts';
import { momentOf } from '#test/support/stores.ts';
import type { EventSink } from '#use-cases/ports.ts';

const { server, sns } = snsOnFauxqs();
const AT = momentOf('2026-12-02T07:00:00.000Z');

const alert: ToolingEvent = {
  detailType: 'alert',
  tenantId: idOf.tenant('acme'),
  alertId: idOf.alert('01A'),
  kind: 'access-ends',
  severity: 'warning',
  subscriptionId: idOf.subscription('Sub1'),
  on: dayOf('2027-01-01'),
  daysLeft: 30,
  people: 12,
  admins: 2,
  at: AT,
};
const solved: ToolingEvent = { detailType: 'solved', tenantId: alert.tenantId, kind: 'over-assigned', severity: 'warning', at: AT };
const reassignment: ToolingEvent = {
  detailType: 'reassignment',
  tenantId: alert.tenantId,
  reassignmentId: idOf.reassignment('01R'),
  status: 'done',
  fromSubscriptionId: idOf.subscription('Sub1'),
  counts: { moved: 12 },
  at: AT,
};

/** A sink on a topic with a queue behind it; the bus answers as it is told, since nothing emulates one. */
function aSink(answer: Partial<PutEventsCommandOutput> = { FailedEntryCount: 0 }) {
  const { topicArn } = server().createTopic('tooling');
  const puts: PutEventsRequestEntry[] = [];
  const eventBridge = new EventBridgeClient({ region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
  eventBridge.middlewareStack.add(
    () => async (args) => {
      if ('Entries' in args.input) puts.push(...(args.input.Entries ?? []));
      return { response: {}, output: { $metadata: {}, ...answer } };
    },
    { step: 'initialize', priority: 'low' },
  );
  const client = sns();
  const sink = eventSink({ sns: client, eventBridge, toolingTopicArn: topicArn, eventBusName: 'lapsewatch' });
  return { sink, topicArn, puts, sent: recorded(client) };
}

/** What a sink of either kind is opened with, and what was heard of it over each way. */
type Heard = { readonly sink: EventSink; readonly topic: () => readonly unknown[]; readonly bus: () => readonly unknown[] };

function inMemory(busTakes = true): Heard {
  const sink = memoryEventSink((way) => (way === 'bus' && !busTakes ? 'throw-before' : 'none'));
  return { sink, topic: () => sink.topic, bus: () => sink.bus };
}

function onAws(busTakes = true): Heard {
  const { sink, sent, puts } = aSink(busTakes ? { FailedEntryCount: 0 } : { FailedEntryCount: 1, Entries: [{}] });
  const topic = () => sent.of(PublishCommand).map((input) => JSON.parse(new PublishCommand(Object(input)).input.Message ?? ''));
  return { sink, topic, bus: () => (busTakes ? puts.map((put) => JSON.parse(put.Detail ?? '')) : []) };
}

describe.each([
  ['in memory', inMemory],
  ['on AWS', onAws],
])('A2 tooling %s', (_where, open) => {
  it.each([alert, solved])('hears over the topic and the bus: $detailType', async (event) => {
    const { sink, topic, bus } = open();
    await sink.publish(event);
    expect([topic(), bus()]).toEqual([[event], [event]]);
  });

  it('hears of reassignments over the bus only', async () => {
    const { sink, topic, bus } = open();
    await sink.publish(reassignment);
    expect([topic(), bus()]).toEqual([[], [reassignment]]);
  });

  it('hears over both again what the bus did not take', async () => {
    const { sink, topic, bus } = open(false);
    await expect(sink.publish(alert)).rejects.toThrow();
    await expect(sink.publish(alert)).rejects.toThrow();
    expect([topic(), bus()]).toEqual([[alert, alert], []]);
  });
});

describe('A2 tooling on AWS', () => {
  it('hears an alert as JSON over the static topic, with attributes to filter on', async () => {
    const { sink, topicArn, sent } = aSink();
    await sink.publish(alert);
    const text = (value: string) => ({ DataType: 'String', StringValue: value });
    expect(sent.of(PublishCommand)).toEqual([
      {
        TopicArn: topicArn,
        Message: JSON.stringify(alert),
        MessageAttributes: { tenantId: text('acme'), severity: text('warning'), kind: text('access-ends') },
      },
    ]);
  });

  it.each([alert, solved, reassignment])('hears everything over the event bus: $detailType', async (event) => {
    const { sink, puts } = aSink();
    await sink.publish(event);
    expect(puts).toEqual([
      { Source: 'lapsewatch', DetailType: event.detailType, Detail: JSON.stringify(event), EventBusName: 'lapsewatch', Time: new Date(AT) },
    ]);
  });

  it('filters by severity', async () => {
    const { sink } = aSink();
    server().createQueue('critical-only');
    server().subscribe({ topic: 'tooling', queue: 'critical-only', attributes: { FilterPolicy: '{"severity":["critical"]}' } });
    await sink.publish(alert);
    await sink.publish({ ...alert, severity: 'critical' });
    expect(server().inspectQueue('critical-only')?.messages.ready).toHaveLength(1);
  });

  it('fails when the bus does not take an event, so that it is sent again', async () => {
    const { sink } = aSink({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'ThrottlingException' }] });
    await expect(sink.publish(alert)).rejects.toThrow('The event bus did not take an event (ThrottlingException).');
  });
});
