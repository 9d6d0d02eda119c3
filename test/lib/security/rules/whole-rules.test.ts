import { Aws, CfnCondition, CfnMapping, CfnParameter, Fn, NestedStack, type Stack } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { WHOLE_RULES } from '#lib/security/rules/whole-rules.ts';
import { hold } from './hold.ts';
import { anInstallation, type Changes } from './sound-installation.ts';
import { violationsOf } from './violations-of.ts';

const FOR_ACCOUNT = { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } };
const ALARMS = { Service: 'cloudwatch.amazonaws.com' };
const TWO_ACCOUNTS = [{ Ref: 'AWS::AccountId' }, '111122223333'];
const ALARM_HERE = { 'Fn::Join': ['', ['arn:aws:cloudwatch:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':alarm:*']] };

describe('S5 The rules about the whole', () => {
  hold(WHOLE_RULES, {
    NothingHidden: {
      passes: [
        ['types that the rules know', {}],
        ['an alarm', { Alarm: { Type: 'AWS::CloudWatch::Alarm' } }],
      ],
      fails: [
        ['a bucket', 'Bucket', { Bucket: { Type: 'AWS::S3::Bucket' } }],
        ['a policy beside its role', 'Policy', { Policy: { Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: 'WorkerRole' }] } } }],
        ['a REST API', 'Rest', { Rest: { Type: 'AWS::ApiGateway::RestApi' } }],
      ],
    },
    PoliciesNameWhom: {
      passes: [
        ['a service of AWS for this account', letting(ALARMS, FOR_ACCOUNT)],
        ['a service of AWS for this account’s alarms', letting(ALARMS, { ArnLike: { 'aws:SourceArn': ALARM_HERE } })],
        ['a service of AWS for one topic', letting(ALARMS, { ArnEquals: { 'aws:SourceArn': { Ref: 'Topic' } } })],
        ['a denial to everybody', { Policy: aPolicy({ Effect: 'Deny', Principal: '*', Action: 'sqs:*', Resource: 'x' }) }],
      ],
      fails: [
        ['everybody', 'Policy', letting('*')],
        ['another account', 'Policy', letting({ AWS: 'arn:aws:iam::1:root' }, FOR_ACCOUNT)],
        ['a service of AWS, and everybody beside it', 'Policy', letting({ ...ALARMS, AWS: '*' }, FOR_ACCOUNT)],
        ['a service of AWS for any account', 'Policy', letting(ALARMS)],
        ['a service of AWS for any source', 'Policy', letting(ALARMS, { ArnLike: { 'aws:SourceArn': '*' } })],
        ['a service of AWS for any account’s alarms', 'Policy', letting(ALARMS, from('arn:aws:cloudwatch:*:*:alarm:*'))],
        ['a service of AWS for accounts that begin alike', 'Policy', letting(ALARMS, from('arn:aws:cloudwatch:*:12345678901?:alarm:*'))],
        [
          'a service of AWS for this account or another',
          'Policy',
          letting(ALARMS, { StringEquals: { 'aws:SourceAccount': TWO_ACCOUNTS } }),
        ],
        [
          'statements that nobody can read',
          'Policy',
          { Policy: aPolicy({}), 'Policy.Properties.PolicyDocument.Statement': { Effect: 'Allow' } },
        ],
      ],
    },
  });

  it.each([
    ['a template that is transformed afterwards', (stack: Stack) => stack.addTransform('AWS::Serverless-2016-10-31'), 'Sound'],
    ['a parameter', (stack: Stack) => void new CfnParameter(stack, 'Resource', { default: '*' }), 'Sound'],
    ['a condition', (stack: Stack) => void new CfnCondition(stack, 'Trial', { expression: Fn.conditionEquals(Aws.REGION, 'x') }), 'Sound'],
    ['a mapping', (stack: Stack) => void new CfnMapping(stack, 'Days', { mapping: { all: { log: 3650 } } }), 'Sound'],
    ['a stack inside a stack', (stack: Stack) => void new Queue(new NestedStack(stack, 'Inner'), 'Queue'), '^InnerNestedStack'],
  ])('finds %s', (_words, prepare, by) => {
    expect(violationsOf(anInstallation(), prepare)).toEqual([{ rule: 'Lapsewatch-NothingHidden', by: expect.stringMatching(by) }]);
  });

  it('finds a transformation inside a resource', () => {
    const included = { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://elsewhere/more.json' } } };
    const found = violationsOf(anInstallation({ 'Log.Properties.Tags': included }));
    expect(found).toEqual([{ rule: 'Lapsewatch-NothingHidden', by: 'Sound' }]);
  });
});

function letting(Principal: unknown, Condition: object = {}): Changes {
  return { Policy: aPolicy({ Effect: 'Allow', Principal, Action: 'sqs:SendMessage', Resource: 'x', Condition }) };
}

function from(arn: string): object {
  return { ArnEquals: { 'aws:SourceArn': arn } };
}

function aPolicy(statement: object): object {
  return { Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: [{ Ref: 'Queue' }], PolicyDocument: { Statement: [statement] } } };
}
