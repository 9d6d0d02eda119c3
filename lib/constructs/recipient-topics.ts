import { Stack } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { allow } from './given.ts';

/**
 * A2. The topics that are made at run time, one per recipient and channel. They are known by how their names begin, which
 * is the stack's own name, so that two installations in one account keep their hands off each other's.
 */
export class RecipientTopics extends Construct {
  readonly prefix: string;
  readonly arnPrefix: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const stack = Stack.of(this);
    // Not the stack's name alone: the names that CloudFormation gives to the stack's own topics begin with that.
    this.prefix = `${stack.stackName}-recipient-`;
    this.arnPrefix = stack.formatArn({ service: 'sns', resource: this.prefix });
  }

  /** Makes, subscribes, confirms, deletes and publishes to the topics of this installation. */
  allowsKeeping(): PolicyStatement {
    const actions = ['CreateTopic', 'DeleteTopic', 'Subscribe', 'ConfirmSubscription', 'ListSubscriptionsByTopic', 'Publish'];
    return allow(
      actions.map((action) => `sns:${action}`),
      [`${this.arnPrefix}*`],
    );
  }
}

/** A5. Looking at one subscription: SNS knows no resource for that, so it cannot be limited to this installation's. */
export function allowLookingAtSubscriptions(): PolicyStatement {
  return allow(['sns:GetSubscriptionAttributes'], ['*']);
}

/** Taking a former address off a topic. SNS knows no resource for that, either. */
export function allowUnsubscribing(): PolicyStatement {
  return allow(['sns:Unsubscribe'], ['*']);
}
