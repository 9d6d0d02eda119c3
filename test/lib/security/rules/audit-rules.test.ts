import { describe } from 'vitest';
import { AUDIT_RULES } from '#lib/security/rules/audit-rules.ts';
import { hold } from './hold.ts';
import type { Changes } from './sound-installation.ts';

const TABLE = { 'Fn::GetAtt': ['Table', 'Arn'] };
const WRITING = { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: TABLE };
const DENIED = {
  Effect: 'Deny',
  Action: ['dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'],
  Resource: TABLE,
  Condition: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['TENANT#*#AUDIT', 'TENANT#*#CHAIN'] } },
};
const NO_LINKS = {
  ...DENIED,
  Action: 'dynamodb:PutItem',
  Condition: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['TENANT#*#CHAIN'] } },
};

describe('U1, U2 The rules about the audit', () => {
  hold(AUDIT_RULES, {
    AuditUnchanged: {
      passes: [
        ['a role that writes, and may change no entry', withStatements(WRITING, DENIED)],
        ['a role that only reads', withStatements({ Effect: 'Allow', Action: ['dynamodb:GetItem', 'dynamodb:Query'], Resource: TABLE })],
        ['a denial in parts', withStatements(WRITING, ...DENIED.Action.map((Action) => ({ ...DENIED, Action })))],
      ],
      fails: [
        ['a role that writes', 'WorkerRole', withStatements(WRITING)],
        ['a role that may do anything', 'WorkerRole', withStatements({ ...WRITING, Action: 'dynamodb:*' })],
        ['a role that may delete in batches', 'WorkerRole', withStatements(WRITING, { ...DENIED, Action: DENIED.Action.slice(0, 2) })],
        [
          'a denial about another table',
          'WorkerRole',
          withStatements(WRITING, { ...DENIED, Resource: 'arn:aws:dynamodb:eu-central-1:1:table/other' }),
        ],
        [
          'a denial of other entries',
          'WorkerRole',
          withStatements(WRITING, denying({ 'dynamodb:LeadingKeys': ['TENANT#acme#AUDIT', 'TENANT#*#CHAIN'] })),
        ],
        ['a denial that forgets the chain', 'WorkerRole', withStatements(WRITING, denying({ 'dynamodb:LeadingKeys': ['TENANT#*#AUDIT'] }))],
        [
          'a denial that asks for something else, too',
          'WorkerRole',
          withStatements(WRITING, { ...DENIED, Condition: { ...DENIED.Condition, Bool: { 'aws:SecureTransport': 'false' } } }),
        ],
      ],
    },
    ChainHasOneWriter: {
      passes: [
        ['one role that writes', {}],
        ['a second one that is denied links of the chain', aSecondRole(WRITING, DENIED, NO_LINKS)],
        ['a second one that only reads', aSecondRole({ Effect: 'Allow', Action: 'dynamodb:Query', Resource: TABLE })],
      ],
      fails: [
        ['two roles that write links', 'WorkerRole, SecondRole', aSecondRole(WRITING, DENIED)],
        [
          'a denial about other keys',
          'WorkerRole, SecondRole',
          aSecondRole(WRITING, DENIED, denying({ 'dynamodb:LeadingKeys': ['TENANT#acme#CHAIN'] }, 'dynamodb:PutItem')),
        ],
      ],
    },
  });
});

function denying(condition: object, Action: unknown = DENIED.Action): object {
  return { ...DENIED, Action, Condition: { 'ForAnyValue:StringLike': condition } };
}

function aSecondRole(...statements: readonly object[]): Changes {
  const AssumeRolePolicyDocument = { Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } }] };
  return {
    SecondRole: {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument, Policies: [{ PolicyDocument: { Statement: statements } }] },
    },
  };
}

function withStatements(...statements: readonly object[]): Changes {
  return { 'WorkerRole.Properties.Policies': [{ PolicyName: 'Permissions', PolicyDocument: { Statement: statements } }] };
}
