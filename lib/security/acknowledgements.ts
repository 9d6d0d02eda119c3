import { HttpRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { JobQueue } from '#lib/constructs/job-queue.ts';
import { RecipientTopics } from '#lib/constructs/recipient-topics.ts';
import { WatchedFunction } from '#lib/constructs/watched-function.ts';
import type { Stacks } from '#lib/installation.ts';
import { PUBLIC_ROUTES } from './public-routes.ts';

/** A security rule that cannot be met as it stands, why, and the constructs for which that is accepted: no others. */
export type Acknowledgement = {
  readonly rule: string;
  /** Of a rule with several findings each, those that are accepted. @default the rule has one finding */
  readonly findings?: readonly string[];
  readonly reason: string;
  readonly constructs: readonly IConstruct[];
};

/** Every rule of cdk-nag that is acknowledged, once each (S5). */
export function acknowledgements({ service, operations }: Stacks): readonly Acknowledgement[] {
  const all = service.node.findAll();
  const functions = all.filter((construct) => construct instanceof WatchedFunction);
  const roles = functions.map(({ role }) => role);
  const topicPrefixes = all.filter((construct) => construct instanceof RecipientTopics).map(({ prefix }) => prefix);
  const publicPaths = PUBLIC_ROUTES.map((key) => key.replace(/^[A-Z]+ /, ''));
  return [
    {
      rule: 'AwsSolutions-APIG4',
      reason: 'People reach these without an account in AWS: each link carries its own secret, and the documents are public.',
      constructs: all.filter((construct) => construct instanceof HttpRoute).filter(({ path = '' }) => publicPaths.includes(path)),
    },
    {
      rule: 'AwsSolutions-IAM5',
      findings: [
        'Resource::*',
        ...topicPrefixes.map((prefix) => `Resource::arn:<AWS::Partition>:sns:<AWS::Region>:<AWS::AccountId>:${prefix}*`),
      ],
      reason: 'X-Ray and single SNS subscriptions have no resources to name, and topics made at run time are known by their prefix.',
      constructs: roles,
    },
    {
      rule: 'Serverless-LambdaStarPermissions',
      reason: 'As for AwsSolutions-IAM5: tracing and single SNS subscriptions cannot be limited to a resource; the actions are.',
      constructs: roles,
    },
    {
      rule: 'Serverless-LambdaDLQ',
      reason: 'Nothing calls these functions asynchronously: queues wake them, and those have dead-letter queues, or people wait.',
      constructs: functions,
    },
    {
      rule: 'Serverless-LambdaEventSourceMappingDestination',
      reason: 'A mapping of a queue has no failure destination; the redrive policy of the queue is that.',
      constructs: all.filter((construct) => construct instanceof EventSourceMapping),
    },
    {
      rule: 'Serverless-SQSRedrivePolicy',
      reason: 'These are the dead-letter queues: an alarm goes off at their first message.',
      constructs: all.filter((construct) => construct instanceof JobQueue).map(({ deadLetters }) => deadLetters),
    },
    {
      rule: 'Serverless-SNSRedrivePolicy',
      reason: 'An alarm that cannot be mailed has nobody else to go to; CloudWatch keeps its state.',
      constructs: operations.alarms.mail === undefined ? [] : [operations.alarms.mail],
    },
  ];
}
