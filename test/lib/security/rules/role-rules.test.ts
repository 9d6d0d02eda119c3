import { describe } from 'vitest';
import { ROLE_RULES } from '#lib/security/rules/role-rules.ts';
import { hold } from './hold.ts';
import type { Changes } from './sound-installation.ts';

const TOPICS = { 'Fn::Join': ['', ['arn:aws:sns:', { Ref: 'AWS::Region' }, ':1:Sound-recipient-*']] };
const allowing = (Action: unknown, Resource: unknown = { 'Fn::GetAtt': ['Queue', 'Arn'] }): Changes =>
  withStatement({ Effect: 'Allow', Action, Resource });

describe('S5 The rules about roles', () => {
  hold(ROLE_RULES, {
    RoleTrust: {
      passes: [['roles for Lambda and for Scheduler', {}]],
      fails: [
        ['a role for everybody', 'ScheduleRole', trusting('*')],
        ['a role for another account', 'ScheduleRole', trusting({ AWS: 'arn:aws:iam::1:root' })],
        [
          'a role for a service and a user',
          'ScheduleRole',
          trusting({ Service: 'scheduler.amazonaws.com', AWS: 'arn:aws:iam::1:user/anna' }),
        ],
        ['a role that says nothing', 'ScheduleRole', { 'ScheduleRole.Properties.AssumeRolePolicyDocument': undefined }],
      ],
    },
    RolePolicies: {
      passes: [
        ['roles that are written out', {}],
        ['a role that may do nothing', { 'ScheduleRole.Properties.Policies': undefined }],
      ],
      fails: [
        ['a policy of AWS’ own', 'WorkerRole', { 'WorkerRole.Properties.ManagedPolicyArns': ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }],
        ['all actions but some', 'ScheduleRole', withStatement({ Effect: 'Allow', NotAction: 'sqs:DeleteQueue', Resource: '*' })],
        ['all resources but some', 'ScheduleRole', withStatement({ Effect: 'Allow', Action: 'sqs:SendMessage', NotResource: 'x' })],
        [
          'policies that are decided at deployment',
          'ScheduleRole',
          { 'ScheduleRole.Properties.Policies': { 'Fn::If': ['Trial', [], []] } },
        ],
        ['an action that is spelt so that nobody finds it', 'ScheduleRole', allowing('DynamoDB:Scan')],
        ['an action that is decided at deployment', 'ScheduleRole', allowing({ Ref: 'Action' })],
      ],
    },
    RoleActions: {
      passes: [
        ['named actions', allowing(['sqs:SendMessage', 'sqs:ReceiveMessage'])],
        ['a denial with a star, which is none the wider', withStatement({ Effect: 'Deny', Action: 'sqs:*', Resource: 'x' })],
      ],
      fails: [
        ['all actions of a service', 'ScheduleRole', allowing('sqs:*')],
        ['all actions that begin alike', 'ScheduleRole', allowing(['sqs:SendMessage', 'sqs:Get*'])],
        ['all actions', 'ScheduleRole', allowing('*')],
      ],
    },
    RoleResources: {
      passes: [
        ['tracing, which has no resource', allowing('xray:PutTelemetryRecords', '*')],
        ['recipients’ topics by how their names begin', allowing(['sns:Publish', 'sns:DeleteTopic'], TOPICS)],
      ],
      fails: [
        ['every queue', 'ScheduleRole', allowing('sqs:SendMessage', '*')],
        ['every queue beside tracing', 'ScheduleRole', allowing(['xray:PutTraceSegments', 'sqs:SendMessage'], '*')],
        ['queues that begin alike', 'ScheduleRole', allowing('sqs:SendMessage', 'arn:aws:sqs:eu-central-1:1:Lapsewatch*')],
        ['every topic', 'ScheduleRole', allowing('sns:Publish', 'arn:aws:sns:eu-central-1:1:*')],
        ['recipients’ topics of everybody', 'ScheduleRole', allowing('sns:Publish', 'arn:aws:sns:*:*:Sound-recipient-*')],
        [
          'every index of a table',
          'ScheduleRole',
          allowing('dynamodb:Query', { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Table', 'Arn'] }, '/index/*']] }),
        ],
      ],
    },
    RoleTableActions: {
      passes: [['reading by key', allowing(['dynamodb:Query', 'dynamodb:BatchGetItem'], { 'Fn::GetAtt': ['Table', 'Arn'] })]],
      fails: [
        ['a scan', 'ScheduleRole', allowing('dynamodb:Scan', { 'Fn::GetAtt': ['Table', 'Arn'] })],
        ['a statement in SQL', 'ScheduleRole', allowing('dynamodb:PartiQLSelect', { 'Fn::GetAtt': ['Table', 'Arn'] })],
        [
          'a deletion of the table',
          'ScheduleRole',
          allowing(['dynamodb:GetItem', 'dynamodb:DeleteTable'], { 'Fn::GetAtt': ['Table', 'Arn'] }),
        ],
      ],
    },
  });
});

function trusting(Principal: unknown): Changes {
  return { 'ScheduleRole.Properties.AssumeRolePolicyDocument.Statement': [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal }] };
}

/** The role of the schedule, with one statement more. */
function withStatement(statement: object): Changes {
  const own = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: { 'Fn::GetAtt': ['Queue', 'Arn'] } };
  return { 'ScheduleRole.Properties.Policies': [{ PolicyName: 'Permissions', PolicyDocument: { Statement: [own, statement] } }] };
}
