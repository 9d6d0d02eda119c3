import { Duration } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type AlarmTopic, SOON } from './alarm-topic.ts';
import { allow } from './given.ts';
import type { WatchedFunction } from './watched-function.ts';

export type JobQueueProps = {
  readonly alarms: AlarmTopic;
  /** The timeout of the function that it wakes. */
  readonly workerTimeout: Duration;
  /** What people stop receiving when a message is given up. */
  readonly failureMeans: string;
  /** The heading in docs/runbook.md. */
  readonly runbookSection: string;
};

type Waking = {
  /** Messages that one invocation takes. */
  readonly batchSize: number;
  /** Invocations at a time; 2 is the least that SQS offers. */
  readonly maxConcurrency: number;
};

/** A message is tried this often before it is put aside. */
const TRIES = 5;

/** A queue of messages that each name one thing to do, with the dead-letter queue for what could not be done, and its alarm. */
export class JobQueue extends Construct {
  readonly url: string;
  readonly arn: string;
  readonly deadLetters: Queue;
  private readonly queue: Queue;
  private readonly props: JobQueueProps;

  constructor(scope: Construct, id: string, props: JobQueueProps) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // The longest there is: somebody has to come back from holidays.
      retentionPeriod: Duration.days(14),
    });
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // Six times the function's own time, as AWS asks for: throttled invocations wait inside it.
      visibilityTimeout: Duration.seconds(6 * props.workerTimeout.toSeconds()),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: TRIES },
    });
    this.props = props;
    this.url = this.queue.queueUrl;
    this.arn = this.queue.queueArn;
    props.alarms.watch(this, 'DeadLettersWaiting', {
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({ period: SOON, statistic: 'Maximum' }),
      failureMeans: props.failureMeans,
      runbookSection: props.runbookSection,
    });
  }

  allowsSending(): PolicyStatement {
    return allow(['sqs:SendMessage'], [this.arn]);
  }

  /** What Lambda does in a role's name to bring it this queue's messages. */
  allowsReceiving(): PolicyStatement {
    return allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [this.arn]);
  }

  /** Brings messages to the function, which answers which of a batch it could not do. */
  wakes<Environment>(worker: WatchedFunction<Environment>, { batchSize, maxConcurrency }: Waking): void {
    if (worker.timeout.toSeconds() > this.props.workerTimeout.toSeconds()) {
      throw new Error(`The queue ${this.node.id} hides a message for too short a time for a function of ${worker.timeout.toSeconds()} s.`);
    }
    new EventSourceMapping(this, 'Waking', {
      target: worker.lambda,
      eventSourceArn: this.arn,
      batchSize,
      maxConcurrency,
      reportBatchItemFailures: true,
    });
  }
}
