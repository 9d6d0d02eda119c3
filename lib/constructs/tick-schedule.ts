import { Aws } from 'aws-cdk-lib';
import { PolicyDocument, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { allow } from './given.ts';
import type { JobQueue } from './job-queue.ts';

/** Minutes from one tick to the next. */
export const TICK_MINUTES = 15;

/**
 * C2. Puts a message on the queue every quarter of an hour, in UTC: a zone would skip or double ticks when its clocks
 * change. To a queue, because Scheduler calls a function without waiting for it and never learns that it failed.
 */
export class TickSchedule extends Construct {
  constructor(scope: Construct, id: string, { queue }: { readonly queue: JobQueue }) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
      inlinePolicies: {
        Permissions: new PolicyDocument({ statements: [allow(['sqs:SendMessage'], [queue.arn, queue.deadLetters.queueArn])] }),
      },
    });
    new CfnSchedule(this, 'Schedule', {
      description: 'Wakes Lapsewatch to look for tenants whose check is due.',
      scheduleExpression: `cron(0/${TICK_MINUTES} * * * ? *)`,
      scheduleExpressionTimezone: 'UTC',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: queue.arn,
        roleArn: role.roleArn,
        input: '{}',
        // Without a policy of its own Scheduler tries 185 times in 24 hours. By the next tick this one is moot.
        retryPolicy: { maximumEventAgeInSeconds: TICK_MINUTES * 60, maximumRetryAttempts: 10 },
        deadLetterConfig: { arn: queue.deadLetters.queueArn },
      },
    });
  }
}
