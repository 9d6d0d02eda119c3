import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { AlarmTopic } from './alarm-topic.ts';
import { JobQueue } from './job-queue.ts';

/** The queue of long jobs. It stands apart from what works on it: checks send to it, and it sends to them. */
export class WorkQueue extends JobQueue {
  /** Long enough that a job is rarely cut in two, short enough that a crash is noticed within half an hour (6 x 5 min). */
  static readonly workerTimeout = Duration.seconds(300);

  constructor(scope: Construct, id: string, { alarms }: { readonly alarms: AlarmTopic }) {
    super(scope, id, {
      alarms,
      workerTimeout: WorkQueue.workerTimeout,
      failureMeans: 'An import, a reassignment or a purge stands still: people who confirmed a move are not moved yet.',
      runbookSection: 'the-work-queue-has-dead-letters',
    });
  }
}
