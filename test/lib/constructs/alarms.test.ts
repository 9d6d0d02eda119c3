import { readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { synthesized } from '../synthesized.ts';

const alarmSchema = z.object({
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.unknown()).length(1),
  MetricName: z.string(),
  Namespace: z.string(),
  TreatMissingData: z.string(),
  Threshold: z.number(),
});

const DESCRIPTION = /^(?<failureMeans>[A-Z].+[.!]) What to do: docs\/runbook\.md#(?<section>[a-z0-9-]+)$/;

const { service, operations } = synthesized({ alarmEmail: 'on-call@example.com' });
const alarms = Object.entries(service.findResources('AWS::CloudWatch::Alarm')).map(
  ([id, { Properties }]) => [id, alarmSchema.parse(Properties)] as const,
);
const headings = [...readFileSync(new URL('../../../docs/runbook.md', import.meta.url), 'utf8').matchAll(/^## (.+)$/gm)].map(
  ([, text = '']) => anchorOf(text),
);

describe('H4 The alarms', () => {
  it.each(alarms)('%s says what people stop receiving, and has a section in the runbook', (_id, { AlarmDescription }) => {
    const section = DESCRIPTION.exec(AlarmDescription)?.groups?.['section'];
    expect(headings).toContain(section);
  });

  it('have a section each, and the runbook none that nothing leads to', () => {
    const sections = alarms.map(([, { AlarmDescription }]) => DESCRIPTION.exec(AlarmDescription)?.groups?.['section']);
    const about = headings.filter((heading) => !heading.startsWith('about-'));
    expect(new Set(sections).size).toBe(alarms.length);
    expect(about.toSorted()).toEqual(sections.toSorted());
  });

  it('watch each function’s errors, each dead-letter queue, the tick, the outbox and the API', () => {
    const metrics = alarms.map(([, { MetricName }]) => MetricName).toSorted();
    expect(metrics).toEqual([
      '5xx',
      ...Array(4).fill('ApproximateNumberOfMessagesVisible'),
      ...Array(6).fill('Errors'),
      'Invocations',
      'OldestOutboxItemAge',
    ]);
  });

  it('go off when there are no ticks at all', () => {
    const absent = alarms.filter(([, { TreatMissingData }]) => TreatMissingData === 'breaching').map(([, { MetricName }]) => MetricName);
    expect(absent).toEqual(['Invocations']);
    service.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'Invocations',
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      Period: 900,
      EvaluationPeriods: 2,
    });
  });

  it('watch the metric that the tick writes', () => {
    service.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'Lapsewatch',
      MetricName: 'OldestOutboxItemAge',
      Dimensions: [{ Name: 'service', Value: 'tick' }],
    });
    expect(alarms.filter(([, { Namespace }]) => Namespace === 'Lapsewatch')).toHaveLength(1);
  });
});

describe('The alarm topic', () => {
  it('mails whoever was named', () => {
    operations.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'on-call@example.com' });
    expect(synthesized().operations.findResources('AWS::SNS::Subscription')).toEqual({});
  });

  it('lets alarms of this account in', () => {
    const letting = operations.findResources('AWS::SNS::TopicPolicy', {
      Properties: {
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({ Effect: 'Allow', Action: 'sns:Publish', Principal: { Service: 'cloudwatch.amazonaws.com' } }),
          ]),
        },
      },
    });
    expect(Object.keys(letting)).toHaveLength(1);
  });
});

/** As GitHub links to a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}
