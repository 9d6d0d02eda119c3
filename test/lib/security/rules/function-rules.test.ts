import { describe } from 'vitest';
import { FUNCTION_RULES } from '#lib/security/rules/function-rules.ts';
import { hold } from './hold.ts';
import type { Changes } from './sound-installation.ts';

const TRUST = 'WorkerRole.Properties.AssumeRolePolicyDocument.Statement';
const aSecondFunction = (role: string): Changes => ({
  Second: {
    Type: 'AWS::Lambda::Function',
    Properties: { Role: { 'Fn::GetAtt': [role, 'Arn'] }, LoggingConfig: { LogGroup: { Ref: 'Log' } } },
  },
});
const aVariable = (name: string, value: unknown): Changes => ({ [`Worker.Properties.Environment.Variables.${name}`]: value });
const trusting = (...services: readonly unknown[]): Changes => ({
  [TRUST]: services.map((Principal) => ({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal })),
});

describe('S5 The rules about functions', () => {
  hold(FUNCTION_RULES, {
    FunctionUrl: {
      passes: [['functions behind the HTTP API', {}]],
      fails: [
        [
          'a function with a URL, even one that asks for a signature',
          'Url',
          { Url: { Type: 'AWS::Lambda::Url', Properties: { AuthType: 'AWS_IAM', TargetFunctionArn: { Ref: 'Worker' } } } },
        ],
      ],
    },
    FunctionCallers: {
      passes: [['a permission for one API', {}]],
      fails: [
        ['a permission for any API', 'Calling', { 'Calling.Properties.SourceArn': undefined }],
        ['a permission for a topic', 'Calling', { 'Calling.Properties.Principal': 'sns.amazonaws.com' }],
        ['a permission for everybody', 'Calling', { 'Calling.Properties.Principal': '*' }],
        ['a permission for a URL', 'Calling', { 'Calling.Properties.FunctionUrlAuthType': 'NONE' }],
      ],
    },
    FunctionVariables: {
      passes: [
        ['names of tables and of topics', {}],
        ['the address of a queue', aVariable('CHECK_QUEUE_URL', { Ref: 'Queue' })],
        ['a long name', aVariable('TOPIC_PREFIX', 'LapsewatchProduction2Service-recipient-')],
      ],
      fails: [
        ['a variable called a token', 'Worker', aVariable('WEBEX_TOKEN', { Ref: 'Queue' })],
        ['a variable called an API key', 'Worker', aVariable('ApiKey', 'x')],
        ['a key of AWS', 'Worker', aVariable('CALLER', `AKIA${'A'.repeat(16)}`)],
        ['a private key', 'Worker', aVariable('SIGNER', '-----BEGIN PRIVATE KEY-----')],
        ['a signed token', 'Worker', aVariable('CALLER', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.')],
        ['64 hexadecimal digits', 'Worker', aVariable('PEPPER', '0123456789abcdef'.repeat(4))],
        ['44 random characters', 'Worker', aVariable('PEPPER', `${'aB3/'.repeat(10)}aB3=`)],
        ['a secret that is looked up at deployment', 'Worker', aVariable('PEPPER', '{{resolve:secretsmanager:pepper}}')],
      ],
    },
    FunctionRole: {
      passes: [['a function with a role of its own', {}]],
      fails: [
        ['a function with the role of the schedule', 'Second', aSecondFunction('ScheduleRole')],
        ['a function with a role of elsewhere', 'Worker', { 'Worker.Properties.Role': 'arn:aws:iam::1:role/admin' }],
        ['a role that the whole account may take on', 'Worker', trusting({ AWS: '*' })],
        [
          'a role that Scheduler may take on, too',
          'Worker',
          trusting({ Service: 'lambda.amazonaws.com' }, { Service: 'scheduler.amazonaws.com' }),
        ],
      ],
    },
  });
});
