import { describe, expect, it } from 'vitest';
import type { Json } from '#local/template/json.ts';
import { type StackTemplate, templateSchema } from '#local/template/stack-template.ts';
import { templateReader } from '#local/template/template-reader.ts';

const WORLD = {
  accountId: '000000000000',
  region: 'eu-central-1',
  apiUrl: 'http://127.0.0.1:4100',
  gateUrl: 'http://127.0.0.1:5000',
} as const;

function stack(stackId: string, template: unknown): StackTemplate {
  return { stackId, template: templateSchema.parse(template) };
}

const DATA = stack('Data', {
  Resources: {
    Table: { Type: 'AWS::DynamoDB::Table', Properties: {} },
    Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'told' } },
    Bucket: { Type: 'AWS::S3::Bucket', Properties: {} },
  },
  Outputs: { ExportTable: { Value: { Ref: 'Table' }, Export: { Name: 'Data:Table' } } },
});

/** As `Fn::Sub` writes a variable. */
function variable(name: string): string {
  return `\${${name}}`;
}

/** What one value of a function's environment becomes. */
function resolved(value: Json): Json | undefined {
  const service = stack('Service', {
    Parameters: { Version: { Default: '7' } },
    Resources: {
      Queue: { Type: 'AWS::SQS::Queue', Properties: {} },
      Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: {} },
      Function: { Type: 'AWS::Lambda::Function', Properties: { Value: value } },
    },
  });
  const reader = templateReader([DATA, service], WORLD);
  const [found] = reader.resourcesOf('AWS::Lambda::Function');
  return found === undefined ? undefined : reader.propertiesOf(found)['Value'];
}

describe('the template reader', () => {
  it.each<[string, Json, Json]>([
    ['a plain value', { a: [1, true] }, { a: [1, true] }],
    ['a queue as its URL at the gate', { Ref: 'Queue' }, 'http://127.0.0.1:5000/000000000000/Service-Queue'],
    ['an attribute', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:aws:sqs:eu-central-1:000000000000:Service-Queue'],
    ['the API as the edge', { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] }, 'http://127.0.0.1:4100'],
    ['another stack through its export', { 'Fn::ImportValue': 'Data:Table' }, 'Data-Table'],
    ['the account', { Ref: 'AWS::AccountId' }, '000000000000'],
    ['a parameter by its default', { Ref: 'Version' }, '7'],
    ['joined parts', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] }, 'a-eu-central-1'],
    [
      'a substituted text',
      { 'Fn::Sub': `x/${variable('Queue.QueueName')}/${variable('AWS::Region')}/${variable('!Kept')}` },
      `x/Service-Queue/eu-central-1/${variable('Kept')}`,
    ],
    ['a substitution of its own variable', { 'Fn::Sub': [`${variable('Mine')}!`, { Mine: { Ref: 'AWS::Partition' } }] }, 'aws!'],
    ['one part of a split text', { 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    ['a list without what has no value', ['a', { Ref: 'AWS::NoValue' }], ['a']],
  ])('resolves %s', (_case, value, expected) => {
    expect(resolved(value)).toEqual(expected);
  });

  it.each<[string, Json, string]>([
    ['an unknown function', { 'Fn::Cidr': [] }, 'Fn::Cidr'],
    ['an unknown resource', { Ref: 'Nobody' }, 'Nobody'],
    ['an unknown attribute', { 'Fn::GetAtt': ['Queue', 'Colour'] }, 'Colour of AWS::SQS::Queue (Service, Queue)'],
    ['an unknown export', { 'Fn::ImportValue': 'Data:Nothing' }, 'Data:Nothing'],
    ['an unknown pseudo parameter', { Ref: 'AWS::StackId' }, 'AWS::StackId'],
  ])('names %s', (_case, value, name) => {
    expect(() => resolved(value)).toThrow(name);
  });

  it('does not mind what nobody asks for', () => {
    const reader = templateReader([DATA], WORLD);
    expect(reader.resourcesOf('AWS::SNS::Topic').map(reader.nameOf)).toEqual(['told']);
  });

  it('does not know attributes of types it has no use for', () => {
    const reader = templateReader([DATA], WORLD);
    const [bucket] = reader.resourcesOf('AWS::S3::Bucket');
    expect(() => (bucket === undefined ? '' : reader.attributeOf(bucket, 'Ref'))).toThrow('AWS::S3::Bucket');
  });
});
