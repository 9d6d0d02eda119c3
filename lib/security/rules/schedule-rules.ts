import { breachOf, type Rule, unless } from './rule.ts';
import { isWithin, valueAt } from './value-at.ts';

const SCHEDULE = 'AWS::Scheduler::Schedule';

/** Without a word in the template Scheduler tries 185 times in 24 hours: by then a tick has been overtaken by 96 others. */
const MOST_TRIES = 20;
const MOST_SECONDS = 3600;

/** What has to hold of every schedule; cdk-nag looks at none. */
export const SCHEDULE_RULES: readonly Rule[] = [
  {
    name: 'ScheduleTarget',
    holds: 'A schedule wakes a queue of the app, and nothing else.',
    otherwise: 'Scheduler calls a function without waiting for it: a tick that fails is gone, and nobody is checked.',
    remedy: 'Let the schedule of EventBridge Scheduler put a message on a queue that wakes the function.',
    breaches: (templates) => [
      ...unless(
        SCHEDULE,
        'Properties.Target.Arn',
        (arn, { template }) => templates.referredTo(template, arn)?.type === 'AWS::SQS::Queue',
      )(templates),
      // The older rules of EventBridge call functions in the same way.
      ...templates.ofType('AWS::Events::Rule').map((rule) => breachOf(rule, 'Properties.Targets')),
    ],
  },
  {
    name: 'ScheduleRetries',
    holds: `A schedule tries at most ${MOST_TRIES} times, and for at most an hour.`,
    otherwise: 'After a disturbance a day’s ticks arrive at once, and what people wait for waits behind them.',
    remedy: 'Give its target a retry policy with both limits.',
    breaches: unless(
      SCHEDULE,
      'Properties.Target.RetryPolicy',
      (policy) =>
        isWithin(valueAt(policy, 'MaximumRetryAttempts'), 0, MOST_TRIES) &&
        isWithin(valueAt(policy, 'MaximumEventAgeInSeconds'), 60, MOST_SECONDS),
    ),
  },
  {
    name: 'ScheduleDeadLetters',
    holds: 'What a schedule could not deliver goes to a queue of the app.',
    otherwise: 'The clock that wakes everything stands still, and no alarm says so.',
    remedy: 'Give its target a dead-letter queue.',
    breaches: unless(
      SCHEDULE,
      'Properties.Target.DeadLetterConfig.Arn',
      (arn, { template }, templates) => templates.referredTo(template, arn)?.type === 'AWS::SQS::Queue',
    ),
  },
  {
    name: 'ScheduleTime',
    holds: 'A schedule is switched on, goes by UTC, and is on time.',
    otherwise: 'Where clocks change, a morning is skipped or comes twice; in a flexible window it comes when it likes.',
    remedy: 'Set the time zone to UTC and the flexible time window to OFF.',
    breaches: unless(
      SCHEDULE,
      'Properties',
      (properties) =>
        (valueAt(properties, 'ScheduleExpressionTimezone') ?? 'UTC') === 'UTC' &&
        valueAt(properties, 'FlexibleTimeWindow.Mode') === 'OFF' &&
        (valueAt(properties, 'State') ?? 'ENABLED') === 'ENABLED',
    ),
  },
];
