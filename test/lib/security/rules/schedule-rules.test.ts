import { describe } from 'vitest';
import { SCHEDULE_RULES } from '#lib/security/rules/schedule-rules.ts';
import { hold } from './hold.ts';

const TARGET = 'Schedule.Properties.Target';

describe('S5 The rules about schedules', () => {
  hold(SCHEDULE_RULES, {
    ScheduleTarget: {
      passes: [['a schedule that wakes a queue', {}]],
      fails: [
        ['a schedule that calls a function', 'Schedule', { [`${TARGET}.Arn`]: { 'Fn::GetAtt': ['Worker', 'Arn'] } }],
        ['a queue of elsewhere', 'Schedule', { [`${TARGET}.Arn`]: 'arn:aws:sqs:eu-central-1:1:other' }],
        [
          'a rule of the older kind',
          'Older',
          { Older: { Type: 'AWS::Events::Rule', Properties: { ScheduleExpression: 'rate(15 minutes)' } } },
        ],
      ],
    },
    ScheduleRetries: {
      passes: [
        ['a schedule that gives up by the next tick', {}],
        ['a schedule that does not try again', { [`${TARGET}.RetryPolicy.MaximumRetryAttempts`]: 0 }],
      ],
      fails: [
        ['a schedule that says nothing, and tries 185 times', 'Schedule', { [`${TARGET}.RetryPolicy`]: undefined }],
        ['a schedule that tries for a day', 'Schedule', { [`${TARGET}.RetryPolicy.MaximumEventAgeInSeconds`]: 86_400 }],
        ['a schedule that tries a hundred times', 'Schedule', { [`${TARGET}.RetryPolicy.MaximumRetryAttempts`]: 100 }],
      ],
    },
    ScheduleDeadLetters: {
      passes: [['a schedule with a dead-letter queue', {}]],
      fails: [
        ['a schedule without one', 'Schedule', { [`${TARGET}.DeadLetterConfig`]: undefined }],
        ['a schedule with one of elsewhere', 'Schedule', { [`${TARGET}.DeadLetterConfig.Arn`]: 'arn:aws:sqs:eu-central-1:1:other' }],
      ],
    },
    ScheduleTime: {
      passes: [
        ['a schedule in UTC', {}],
        ['a schedule without a zone, which is UTC', { 'Schedule.Properties.ScheduleExpressionTimezone': undefined }],
      ],
      fails: [
        ['a schedule in a zone whose clocks change', 'Schedule', { 'Schedule.Properties.ScheduleExpressionTimezone': 'Europe/Berlin' }],
        [
          'a schedule with a flexible window',
          'Schedule',
          { 'Schedule.Properties.FlexibleTimeWindow': { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 15 } },
        ],
        ['a schedule that is off', 'Schedule', { 'Schedule.Properties.State': 'DISABLED' }],
      ],
    },
  });
});
