/** What to make of the sound installation: whole resources by their id, or single places in one; `undefined` takes it away. */
export type Changes = Readonly<Record<string, unknown>>;

/** Resources as a template names them. */
export type Resources = Readonly<Record<string, unknown>>;

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const allow = (actions: readonly string[], resource: unknown) => ({ Effect: 'Allow', Action: actions, Resource: resource });
const roleOf = (statements: readonly unknown[], service = 'lambda.amazonaws.com') => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } }] },
    Policies: [{ PolicyName: 'Permissions', PolicyDocument: { Statement: statements } }],
  },
});

/** The least that has one of everything the rules speak of, and breaks none of them. */
const SOUND: Resources = {
  Table: {
    Type: 'AWS::DynamoDB::Table',
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true },
    },
  },
  Queue: {
    Type: 'AWS::SQS::Queue',
    Properties: {
      SqsManagedSseEnabled: true,
      VisibilityTimeout: 60,
      RedrivePolicy: { deadLetterTargetArn: arnOf('DeadLetters'), maxReceiveCount: 5 },
    },
  },
  DeadLetters: { Type: 'AWS::SQS::Queue', Properties: { SqsManagedSseEnabled: true, MessageRetentionPeriod: 1_209_600 } },
  Mapping: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: arnOf('Queue'),
      FunctionName: { Ref: 'Worker' },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 2 },
    },
  },
  Worker: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Role: arnOf('WorkerRole'),
      Timeout: 10,
      LoggingConfig: { LogGroup: { Ref: 'Log' } },
      Environment: { Variables: { TABLE_NAME: { Ref: 'Table' }, TOPIC_PREFIX: 'LapsewatchService-recipient-' } },
    },
  },
  WorkerRole: roleOf([
    allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], arnOf('Table')),
    {
      Effect: 'Deny',
      Action: ['dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'],
      Resource: arnOf('Table'),
      Condition: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['TENANT#*#AUDIT', 'TENANT#*#CHAIN'] } },
    },
    allow(['xray:PutTraceSegments'], '*'),
    allow(['sns:Publish'], {
      'Fn::Join': ['', ['arn:aws:sns:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':Sound-recipient-*']],
    }),
  ]),
  Log: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 90 } },
  Schedule: {
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      ScheduleExpression: 'rate(15 minutes)',
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: arnOf('Queue'),
        RoleArn: arnOf('ScheduleRole'),
        RetryPolicy: { MaximumEventAgeInSeconds: 900, MaximumRetryAttempts: 10 },
        DeadLetterConfig: { Arn: arnOf('DeadLetters') },
      },
    },
  },
  ScheduleRole: roleOf([allow(['sqs:SendMessage'], arnOf('Queue'))], 'scheduler.amazonaws.com'),
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'Sound', ProtocolType: 'HTTP' } },
  Signed: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: { ApiId: { Ref: 'Api' }, RouteKey: 'ANY /v1/{proxy+}', AuthorizationType: 'AWS_IAM' },
  },
  Page: { Type: 'AWS::ApiGatewayV2::Route', Properties: { ApiId: { Ref: 'Api' }, RouteKey: 'GET /r/{linkId}', AuthorizationType: 'NONE' } },
  Stage: {
    Type: 'AWS::ApiGatewayV2::Stage',
    Properties: {
      ApiId: { Ref: 'Api' },
      StageName: '$default',
      AccessLogSettings: { DestinationArn: arnOf('Log'), Format: '{"route":"$context.routeKey","status":"$context.status"}' },
      DefaultRouteSettings: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
      RouteSettings: { 'GET /r/{linkId}': { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 } },
    },
  },
  Calling: {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: { Ref: 'Worker' },
      Principal: 'apigateway.amazonaws.com',
      SourceArn: 'arn:of:the:api',
    },
  },
};

/** The sound installation with something changed: `Queue.Properties.VisibilityTimeout` to 30, or `Url` to a resource of its own. */
export function anInstallation(changes: Changes = {}): Resources {
  return Object.entries(changes).reduce<Resources>((resources, [place, value]) => changed(resources, place.split('.'), value), SOUND);
}

function changed(target: unknown, [name = '', ...rest]: readonly string[], value: unknown): Readonly<Record<string, unknown>> {
  const members =
    typeof target === 'object' && target !== null ? new Map<string, unknown>(Object.entries(target)) : new Map<string, unknown>();
  members.set(name, rest.length === 0 ? value : changed(members.get(name), rest, value));
  return Object.fromEntries([...members].filter(([, member]) => member !== undefined));
}
