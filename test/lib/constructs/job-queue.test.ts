import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { synthesized } from '../synthesized.ts';

const { service } = synthesized();

const getAtt = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }).transform((value) => value['Fn::GetAtt'][0]);
const ref = z.object({ Ref: z.string() }).transform(({ Ref }) => Ref);
const queueSchema = z.object({
  SqsManagedSseEnabled: z.literal(true),
  VisibilityTimeout: z.number().optional(),
  RedrivePolicy: z.object({ deadLetterTargetArn: getAtt, maxReceiveCount: z.number() }).optional(),
  MessageRetentionPeriod: z.number().optional(),
});
const mappingSchema = z.object({
  EventSourceArn: getAtt,
  FunctionName: ref,
  FunctionResponseTypes: z.array(z.string()),
  ScalingConfig: z.object({ MaximumConcurrency: z.number() }),
});

const queues = new Map(
  Object.entries(service.findResources('AWS::SQS::Queue')).map(([id, { Properties }]) => [id, queueSchema.parse(Properties)]),
);
const mappings = Object.values(service.findResources('AWS::Lambda::EventSourceMapping')).map(({ Properties }) =>
  mappingSchema.parse(Properties),
);
const woken = mappings.map((mapping) => [mapping.EventSourceArn, mapping] as const);

describe('The queues', () => {
  it('are four, each with a dead-letter queue of its own', () => {
    const deadLetters = [...queues.values()].flatMap(({ RedrivePolicy }) =>
      RedrivePolicy === undefined ? [] : [RedrivePolicy.deadLetterTargetArn],
    );
    expect(new Set(deadLetters).size).toBe(4);
    expect(queues.size).toBe(8);
  });

  it.each(woken)('%s hides a message for six times as long as its function may take', (queue, { FunctionName }) => {
    const timeout: unknown = service.findResources('AWS::Lambda::Function')[FunctionName]?.['Properties']?.['Timeout'];
    expect(queues.get(queue)?.VisibilityTimeout).toBeGreaterThanOrEqual(6 * Number(timeout));
  });

  it.each(woken)('%s hears which messages of a batch failed', (_queue, { FunctionResponseTypes }) => {
    expect(FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  });

  it.each(woken)('%s tries a message five times', (queue) => {
    expect(queues.get(queue)?.RedrivePolicy?.maxReceiveCount).toBe(5);
  });

  it('leave room for people in an account that runs ten functions at a time', () => {
    const atOnce = mappings.map(({ ScalingConfig }) => ScalingConfig.MaximumConcurrency);
    expect(atOnce.every((most) => most >= 2)).toBe(true);
    expect(atOnce.reduce((sum, most) => sum + most, 0)).toBeLessThan(10);
  });

  it('keep what was given up for two weeks', () => {
    const deadLetters = [...queues.values()].filter(({ RedrivePolicy }) => RedrivePolicy === undefined);
    expect(deadLetters.map(({ MessageRetentionPeriod }) => MessageRetentionPeriod)).toEqual(Array(4).fill(14 * 24 * 3600));
  });

  it('refuse plain HTTP, all of them', () => {
    const refusing = service.findResources('AWS::SQS::QueuePolicy', {
      Properties: {
        PolicyDocument: {
          Statement: Match.arrayWith([Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } })]),
        },
      },
    });
    expect(Object.keys(refusing)).toHaveLength(8);
  });
});
