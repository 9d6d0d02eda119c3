import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { synthesized } from '../synthesized.ts';

const scheduleSchema = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string(),
  FlexibleTimeWindow: z.object({ Mode: z.string() }),
  Target: z.object({
    Arn: z.object({ 'Fn::GetAtt': z.array(z.string()) }),
    RetryPolicy: z.object({ MaximumEventAgeInSeconds: z.number(), MaximumRetryAttempts: z.number() }),
    DeadLetterConfig: z.object({ Arn: z.object({ 'Fn::GetAtt': z.array(z.string()) }) }),
  }),
});

const { service } = synthesized();
const schedules = Object.values(service.findResources('AWS::Scheduler::Schedule')).map(({ Properties }) =>
  scheduleSchema.parse(Properties),
);

describe('C2 The schedule', () => {
  it('ticks every 15 minutes, in UTC, on time', () => {
    expect(
      schedules.map(({ ScheduleExpression, ScheduleExpressionTimezone, FlexibleTimeWindow }) => [
        ScheduleExpression,
        ScheduleExpressionTimezone,
        FlexibleTimeWindow.Mode,
      ]),
    ).toEqual([['cron(0/15 * * * ? *)', 'UTC', 'OFF']]);
  });

  it('wakes a queue, so that a function that fails is tried again', () => {
    const targets = schedules.flatMap(({ Target }) => Target.Arn['Fn::GetAtt'][0] ?? []);
    expect(targets.map((id) => service.findResources('AWS::SQS::Queue')[id]?.['Type'])).toEqual(['AWS::SQS::Queue']);
  });

  it('gives up on a tick by the time of the next, and puts it where an alarm watches', () => {
    const { Target } = schedules[0] ?? { Target: undefined };
    expect(Target?.RetryPolicy).toEqual({ MaximumEventAgeInSeconds: 900, MaximumRetryAttempts: 10 });
    expect(Target?.DeadLetterConfig.Arn['Fn::GetAtt'][0]).toMatch(/^TicksQueueDeadLetters/);
  });
});
