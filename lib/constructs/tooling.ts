import { EventBus } from 'aws-cdk-lib/aws-events';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Alias } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { allow } from './given.ts';

/** A2. What the organisation's own tooling listens to: a topic and a bus that carry each alert and reassignment, without links. */
export class Tooling extends Construct {
  readonly topicArn: string;
  readonly busName: string;
  private readonly busArn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const topic = new Topic(this, 'Topic', {
      displayName: 'Lapsewatch alerts for tooling',
      enforceSSL: true,
      // AWS's own key for SNS lets everybody in who may use the topic, so no role needs to name it.
      masterKey: Alias.fromAliasName(this, 'SnsKey', 'alias/aws/sns'),
    });
    const bus = new EventBus(this, 'Bus');
    this.topicArn = topic.topicArn;
    this.busName = bus.eventBusName;
    this.busArn = bus.eventBusArn;
  }

  allowsPublishing(): PolicyStatement {
    return allow(['sns:Publish'], [this.topicArn]);
  }

  allowsEvents(): PolicyStatement {
    return allow(['events:PutEvents'], [this.busArn]);
  }
}
