import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Subscription, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

export type AlarmTopicProps = {
  /** Who is mailed when an alarm goes off; the address is asked to confirm once. @default nobody: subscribe to the topic yourself */
  readonly email?: string | undefined;
};

/** What goes wrong when an alarm goes off, for the people behind Lapsewatch's recipients and for whoever is on call. */
export type Watch = {
  readonly metric: IMetric;
  /** What people stop receiving, in one sentence. It is the alarm's text. */
  readonly failureMeans: string;
  /** The heading in docs/runbook.md, as it is linked to. */
  readonly runbookSection: string;
  /** The alarm goes off at this value and above, or, with `breaches: 'below'`, below it. @default 1 */
  readonly threshold?: number;
  /** @default 'at-or-above' */
  readonly breaches?: 'at-or-above' | 'below';
  /** Periods in a row. @default 1 */
  readonly periods?: number;
  /** @default 'fine': nothing was measured because nothing happened */
  readonly silence?: 'fine' | 'breaching';
};

/** Where every alarm goes. It holds no personal data: an alarm's text is in this repository. */
export class AlarmTopic extends Construct {
  readonly topic: Topic;
  /** Present with an e-mail address. */
  readonly mail?: Subscription;

  constructor(scope: Construct, id: string, { email }: AlarmTopicProps) {
    super(scope, id);
    // Without a key of its own: CloudWatch may not publish under the key that AWS manages for SNS.
    this.topic = new Topic(this, 'Topic', { displayName: 'Lapsewatch alarms', enforceSSL: true });
    this.topic.addToResourcePolicy(this.letAlarmsPublish());
    if (email !== undefined) this.mail = this.topic.addSubscription(new EmailSubscription(email));
  }

  /** Makes the alarm in the construct that it watches. */
  watch(scope: Construct, id: string, watch: Watch): void {
    const { metric, failureMeans, runbookSection, threshold = 1, breaches = 'at-or-above', periods = 1, silence = 'fine' } = watch;
    const alarm = new Alarm(scope, id, {
      alarmDescription: `${failureMeans} What to do: docs/runbook.md#${runbookSection}`,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator:
        breaches === 'below' ? ComparisonOperator.LESS_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: silence === 'fine' ? TreatMissingData.NOT_BREACHING : TreatMissingData.BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
  }

  /** A policy of its own replaces the one by which SNS lets the account's alarms in, so they are let in again. */
  private letAlarmsPublish(): PolicyStatement {
    return new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [this.topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
    });
  }
}

/** How long alarms look at what has to be noticed soon. */
export const SOON = Duration.minutes(5);
