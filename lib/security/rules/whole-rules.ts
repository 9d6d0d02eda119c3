import { type Breach, breachOf, type Rule } from './rule.ts';
import { statementsOf } from './statements-of.ts';
import type { Template } from './templates.ts';
import { valueAt } from './value-at.ts';

/** Every type of resource that these rules, or those of cdk-nag, know how to read. */
const KNOWN_TYPES: ReadonlySet<string> = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::ApiMapping',
  'AWS::ApiGatewayV2::DomainName',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CertificateManager::Certificate',
  'AWS::CloudWatch::Alarm',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::Events::EventBus',
  'AWS::Events::Rule',
  'AWS::IAM::Role',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::Lambda::Url',
  'AWS::Logs::LogGroup',
  'AWS::Scheduler::Schedule',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
]);

/** What has to hold of an app as a whole, or the other rules would look past what they cannot see. */
export const WHOLE_RULES: readonly Rule[] = [
  {
    name: 'NothingHidden',
    holds: 'A template is what will be there: it is transformed by nothing, and holds no type of resource that no rule reads.',
    otherwise: 'A door, a role or a copy of people’s data stands where nobody has looked.',
    remedy: 'Say it without macros and nested stacks. For a new type, write the rules it needs and add it to KNOWN_TYPES.',
    breaches: ({ all, resources }) => [
      ...all.flatMap(transformed),
      ...resources.filter(({ type }) => !KNOWN_TYPES.has(type)).map((resource) => breachOf(resource, 'Type')),
    ],
  },
  {
    name: 'PoliciesNameWhom',
    holds: 'Whom a queue or a topic lets in is a service of AWS, for this account alone.',
    otherwise: 'A stranger orders a purge, or reads every alert.',
    remedy: 'Name the service, and ask for aws:SourceAccount or aws:SourceArn.',
    breaches: ({ ofType }) =>
      ofType('AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy').flatMap((policy) =>
        statementsOf(policy)
          .filter(({ effect, body, condition }) => effect !== 'Deny' && !isForAccount(valueAt(body, 'Principal'), condition))
          .map(({ location }) => breachOf(policy, location)),
      ),
  },
];

/** Macros work on the whole of a template, or somewhere inside it. */
function transformed(template: Template): readonly Breach[] {
  const hidden = valueAt(template.body, 'Transform') !== undefined || /"Fn::(Transform|ForEach)/.test(JSON.stringify(template.body));
  return hidden ? [{ template, location: 'Transform' }] : [];
}

function isForAccount(principal: unknown, condition: unknown): boolean {
  const sources = ['StringEquals.aws:SourceAccount', 'ArnEquals.aws:SourceArn', 'ArnLike.aws:SourceArn'];
  return typeof valueAt(principal, 'Service') === 'string' && sources.some((source) => valueAt(condition, source) !== undefined);
}
