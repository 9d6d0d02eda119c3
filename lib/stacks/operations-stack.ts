import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AlarmTopic, type AlarmTopicProps } from '#lib/constructs/alarm-topic.ts';

export type OperationsStackProps = StackProps & { readonly alarmEmail?: AlarmTopicProps['email'] };

/** Who is told when Lapsewatch itself is in trouble. Each alarm is made by the construct that it watches. */
export class OperationsStack extends Stack {
  readonly alarms: AlarmTopic;

  constructor(scope: Construct, id: string, { alarmEmail, ...props }: OperationsStackProps) {
    super(scope, id, { description: 'Lapsewatch: where its alarms go', ...props });
    this.alarms = new AlarmTopic(this, 'Alarms', { email: alarmEmail });
    new CfnOutput(this, 'AlarmTopicArn', { description: 'Subscribe to it to hear of alarms', value: this.alarms.topic.topicArn });
  }
}
