import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Environment } from '#lambdas/tick/environment.ts';
import { given } from './given.ts';
import { JobQueue } from './job-queue.ts';
import type { Table } from './table.ts';
import { TICK_MINUTES, TickSchedule } from './tick-schedule.ts';
import { type Surroundings, WatchedFunction } from './watched-function.ts';

export type TicksProps = Surroundings & {
  readonly table: Table;
  readonly checkQueue: JobQueue;
  readonly deliveryQueue: JobQueue;
  readonly workQueue: JobQueue;
};

/** What finds due tenants, and whatever a queue lost, every quarter of an hour (C1, A4). */
export class Ticks extends Construct {
  constructor(scope: Construct, id: string, props: TicksProps) {
    super(scope, id);
    const { bundles, alarms, table, checkQueue, deliveryQueue, workQueue } = props;
    // 32 index queries and a call per due tenant, 25 at a time: 10,000 due at once are some 10 s.
    const timeout = Duration.seconds(60);
    const queue = new JobQueue(this, 'Queue', {
      alarms,
      workerTimeout: timeout,
      failureMeans: 'A tick was given up; the next one finds what it would have found.',
      runbookSection: 'the-tick-queue-has-dead-letters',
    });
    const tick = new WatchedFunction<Environment>(this, 'Tick', {
      bundles,
      alarms,
      name: 'tick',
      memoryMb: 256,
      timeout,
      failureMeans: 'Nobody is checked in the morning, and what a queue lost is not picked up.',
      variables: {
        TABLE_NAME: given(table.name, table.allowsQueriesOf('due', 'open')),
        CHECK_QUEUE_URL: given(checkQueue.url, checkQueue.allowsSending()),
        DELIVERY_QUEUE_URL: given(deliveryQueue.url, deliveryQueue.allowsSending()),
        WORK_QUEUE_URL: given(workQueue.url, workQueue.allowsSending()),
      },
      permissions: [queue.allowsReceiving()],
    });
    queue.wakes(tick, { batchSize: 1, maxConcurrency: 2 });
    new TickSchedule(this, 'Schedule', { queue });
    this.watchSilence(props, tick);
    this.watchOutbox(props);
  }

  /** The only alarm that goes off because nothing happens: without ticks there is nothing that could fail. */
  private watchSilence({ alarms }: TicksProps, tick: WatchedFunction<Environment>): void {
    alarms.watch(this, 'Absent', {
      metric: tick.lambda.metricInvocations({ period: Duration.minutes(TICK_MINUTES), statistic: 'Sum' }),
      failureMeans: 'No tick for half an hour: no tenant is checked, so nobody is warned of anything.',
      runbookSection: 'the-tick-is-absent',
      breaches: 'below',
      periods: 2,
      silence: 'breaching',
    });
  }

  /** Every tick says how long the oldest unsent message has waited; two sweeps should have sent it. */
  private watchOutbox({ alarms }: TicksProps): void {
    const metric = new Metric({
      namespace: 'Lapsewatch',
      metricName: 'OldestOutboxItemAge',
      dimensionsMap: { service: 'tick' },
      period: Duration.minutes(TICK_MINUTES),
      statistic: 'Maximum',
    });
    alarms.watch(this, 'OutboxWaits', {
      metric,
      failureMeans: 'A message has waited for more than half an hour: somebody is not warned, or not told a result.',
      runbookSection: 'the-outbox-waits',
      threshold: 2 * TICK_MINUTES * 60,
    });
  }
}
