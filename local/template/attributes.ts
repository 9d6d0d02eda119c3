import type { Resource } from './stack-template.ts';
import type { World } from './world.ts';

/** The properties that give a resource its name, by type. */
const NAME_PROPERTY: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Events::EventBus': 'Name',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::IAM::Role': 'RoleName',
};

type Named = { readonly name: string; readonly world: World };
type Attribute = (named: Named) => string;

/** What `Ref` and `Fn::GetAtt` give, by type: the same shapes that AWS gives, with local names. */
const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, Attribute>>>> = {
  'AWS::DynamoDB::Table': { Ref: ({ name }) => name, Arn: arn('dynamodb', 'table/') },
  'AWS::SQS::Queue': {
    Ref: ({ name, world }) => `${world.gateUrl}/${world.accountId}/${name}`,
    Arn: arn('sqs', ''),
    QueueName: ({ name }) => name,
    QueueUrl: ({ name, world }) => `${world.gateUrl}/${world.accountId}/${name}`,
  },
  'AWS::SNS::Topic': { Ref: arn('sns', ''), TopicArn: arn('sns', ''), TopicName: ({ name }) => name },
  'AWS::Lambda::Function': { Ref: ({ name }) => name, Arn: arn('lambda', 'function:') },
  'AWS::Events::EventBus': { Ref: ({ name }) => name, Name: ({ name }) => name, Arn: arn('events', 'event-bus/') },
  'AWS::Logs::LogGroup': { Ref: ({ name }) => name, Arn: arn('logs', 'log-group:') },
  'AWS::IAM::Role': { Ref: ({ name }) => name, Arn: ({ name, world }) => `arn:aws:iam::${world.accountId}:role/${name}` },
  'AWS::KMS::Key': { Ref: ({ name }) => name, Arn: arn('kms', 'key/') },
  'AWS::ApiGatewayV2::Api': { Ref: () => 'local', ApiId: () => 'local', ApiEndpoint: ({ world }) => world.apiUrl },
  'AWS::ApiGatewayV2::Integration': { Ref: ({ name }) => name },
  'AWS::ApiGatewayV2::Route': { Ref: ({ name }) => name },
  'AWS::ApiGatewayV2::Stage': { Ref: () => '$default' },
  'AWS::Scheduler::ScheduleGroup': { Ref: ({ name }) => name },
};

function arn(service: string, prefix: string): Attribute {
  return ({ name, world }) => `arn:aws:${service}:${world.region}:${world.accountId}:${prefix}${name}`;
}

/** The property that names resources of this type, where a type can be named. */
export function namePropertyOf(type: string): string | undefined {
  return NAME_PROPERTY[type];
}

/** The name of a resource that the template leaves to CloudFormation; the same in every run. */
export function generatedName({ stackId, logicalId }: Resource): string {
  return `${stackId}-${logicalId}`;
}

/** @throws Error that names the resource, its type and the attribute, when the local stack does not know it. */
export function attributeOf(resource: Resource, attribute: string, named: Named): string {
  const known = ATTRIBUTES[resource.type];
  const value = known?.[attribute];
  if (value === undefined) {
    throw new Error(`The local stack does not know ${attribute} of ${resource.type} (${resource.stackId}, ${resource.logicalId}).`);
  }
  return value(named);
}
