import { type Breach, breachOf, type Rule } from './rule.ts';
import { statementsOf } from './statements-of.ts';
import type { Template } from './templates.ts';
import { entriesAt, valueAt } from './value-at.ts';

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

/** The parameter by which every template of CDK asks for the version of its bootstrap. */
const OF_CDK = 'BootstrapVersion';

/** What has to hold of an app as a whole, or the other rules would look past what they cannot see. */
export const WHOLE_RULES: readonly Rule[] = [
  {
    name: 'NothingHidden',
    holds:
      'A template is what will be there: nothing transforms it or is decided at deployment, and some rule reads each type of resource.',
    otherwise: 'A door, a role or a copy of people’s data stands where nobody has looked.',
    remedy:
      'Do without macros, nested stacks, parameters and conditions. For a new type, write the rules it needs and add it to KNOWN_TYPES.',
    breaches: ({ all, resources }) => [
      ...all.flatMap(undecided),
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

/** Macros work on the whole of a template or somewhere inside it; a parameter, a condition or a mapping can be anything. */
function undecided(template: Template): readonly Breach[] {
  const { body } = template;
  const sections = ['Transform', 'Conditions', 'Mappings'].filter((name) => valueAt(body, name) !== undefined);
  const inside = /"Fn::(Transform|ForEach)/.test(JSON.stringify(body)) ? ['Resources'] : [];
  const parameters = entriesAt(body, 'Parameters').filter(([name]) => name !== OF_CDK);
  return [...sections, ...inside, ...parameters.map(([name]) => `Parameters.${name}`)].map((location) => ({ template, location }));
}

function isForAccount(principal: unknown, condition: unknown): boolean {
  const sources = ['StringEquals.aws:SourceAccount', 'ArnEquals.aws:SourceArn', 'ArnLike.aws:SourceArn'];
  return typeof valueAt(principal, 'Service') === 'string' && sources.some((source) => valueAt(condition, source) !== undefined);
}
