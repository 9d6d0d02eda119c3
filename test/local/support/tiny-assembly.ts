import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a tiny stack is made of: the two handlers' source, and what its first function is given. */
export type Tiny = {
  /** CommonJS; exports `handler`. Answers HTTP requests. */
  readonly api?: string;
  /** CommonJS; exports `handler`. Reads the queue. */
  readonly consumer?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** What the role of each may do; more than enough when left out. */
  readonly apiMay?: readonly unknown[];
  readonly consumerMay?: readonly unknown[];
  readonly scheduleMay?: readonly unknown[];
  /** Other properties of the first function's role. */
  readonly apiRole?: Readonly<Record<string, unknown>>;
};

const ECHO = `exports.handler = async (event, context) => ({
  statusCode: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ event, variables: process.env, now: new Date().toISOString(), remaining: context.getRemainingTimeInMillis() }),
});`;

const CONSUMER = 'exports.handler = async () => ({ batchItemFailures: [] });';

/** Writes an assembly by hand, shaped as a synthesis leaves it: one stack, a queue with a dead-letter queue, an HTTP API. */
export async function writeTinyAssembly(folder: string, tiny: Tiny): Promise<void> {
  const { api = ECHO, consumer = CONSUMER } = tiny;
  write(join(folder, 'manifest.json'), {
    version: '48.0.0',
    artifacts: {
      'Tiny.assets': { type: 'cdk:asset-manifest', properties: { file: 'Tiny.assets.json' } },
      Tiny: { type: 'aws:cloudformation:stack', properties: { templateFile: 'Tiny.template.json' } },
    },
  });
  const asset = (path: string) => ({ source: { path, packaging: 'zip' } });
  write(join(folder, 'Tiny.assets.json'), { files: { aaa: asset('asset.api'), bbb: asset('asset.consumer') } });
  write(join(folder, 'Tiny.template.json'), { Resources: resources(tiny) });
  for (const [name, source] of Object.entries({ api, consumer })) {
    mkdirSync(join(folder, `asset.${name}`));
    writeFileSync(join(folder, `asset.${name}`, 'index.cjs'), source);
  }
}

function write(file: string, value: unknown): void {
  writeFileSync(file, JSON.stringify(value));
}

function key(hash: string, range: string) {
  return [
    { AttributeName: hash, KeyType: 'HASH' },
    { AttributeName: range, KeyType: 'RANGE' },
  ];
}

/** A role that may do all this, or everything that the tiny stack is tested with. */
function roleOf(
  statements: readonly unknown[] = [{ Effect: 'Allow', Action: ['dynamodb:*', 'sns:*', 'sqs:*', 'events:*'], Resource: '*' }],
) {
  return { Policies: [{ PolicyName: 'Permissions', PolicyDocument: { Version: '2012-10-17', Statement: statements } }] };
}

function resources({ variables = {}, apiMay, consumerMay, scheduleMay, apiRole = {} }: Tiny) {
  const arnOf = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
  const lambda = (hash: string, more: Readonly<Record<string, unknown>> = {}) => ({
    Type: 'AWS::Lambda::Function',
    Properties: { Handler: 'index.handler', Code: { S3Bucket: 'b', S3Key: `${hash}.zip` }, MemorySize: 256, Timeout: 2, ...more },
  });
  const route = (RouteKey: string, AuthorizationType: string) => ({
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      ApiId: { Ref: 'HttpApi' },
      RouteKey,
      AuthorizationType,
      Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Integration' }]] },
    },
  });
  return {
    HttpApi: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'tiny' } },
    Integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: { IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0', IntegrationUri: arnOf('Api') },
    },
    Signed: route('ANY /v1/{proxy+}', 'AWS_IAM'),
    Open: route('GET /open/{name}', 'NONE'),
    Table: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        KeySchema: key('pk', 'sk'),
        AttributeDefinitions: ['pk', 'sk', 'otherPk', 'otherSk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        GlobalSecondaryIndexes: [{ IndexName: 'other', KeySchema: key('otherPk', 'otherSk'), Projection: { ProjectionType: 'KEYS_ONLY' } }],
      },
    },
    Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
    Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'tiny-bus' } },
    Queue: {
      Type: 'AWS::SQS::Queue',
      Properties: { VisibilityTimeout: 60, RedrivePolicy: { deadLetterTargetArn: arnOf('DeadLetters'), maxReceiveCount: 3 } },
    },
    DeadLetters: { Type: 'AWS::SQS::Queue', Properties: {} },
    ApiRole: { Type: 'AWS::IAM::Role', Properties: { ...roleOf(apiMay), ...apiRole } },
    ConsumerRole: { Type: 'AWS::IAM::Role', Properties: roleOf(consumerMay) },
    ScheduleRole: { Type: 'AWS::IAM::Role', Properties: roleOf(scheduleMay) },
    Api: lambda('aaa', {
      Role: arnOf('ApiRole'),
      Environment: {
        Variables: {
          QUEUE_URL: { Ref: 'Queue' },
          DEAD_LETTERS_URL: { Ref: 'DeadLetters' },
          TABLE_NAME: { Ref: 'Table' },
          TOPIC_ARN: { Ref: 'Topic' },
          BASE_URL: { 'Fn::GetAtt': ['HttpApi', 'ApiEndpoint'] },
          ...variables,
        },
      },
    }),
    Consumer: lambda('bbb', { Role: arnOf('ConsumerRole'), Environment: { Variables: { DEAD_LETTERS_URL: { Ref: 'DeadLetters' } } } }),
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: arnOf('Queue'),
        FunctionName: { Ref: 'Consumer' },
        BatchSize: 10,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      },
    },
    Schedule: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        ScheduleExpression: 'rate(15 minutes)',
        Target: { Arn: arnOf('Queue'), RoleArn: arnOf('ScheduleRole'), Input: '{"tick":true}' },
      },
    },
  };
}
