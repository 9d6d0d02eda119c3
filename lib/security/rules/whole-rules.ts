import { isOneService } from './is-one-service.ts';
import { type Breach, breachOf, type Rule } from './rule.ts';
import { type Statement, statementsOf } from './statements-of.ts';
import type { Template } from './templates.ts';
import { entriesAt, listAt, valueAt } from './value-at.ts';

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
    remedy: 'Name the service alone, and ask for aws:SourceAccount, or for an aws:SourceArn with the account in it.',
    breaches: ({ ofType }) =>
      ofType('AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy').flatMap((policy) => {
        const statements = statementsOf(policy);
        if (statements.length === 0) return [breachOf(policy, 'Properties.PolicyDocument')];
        return statements.filter(letsStrangersIn).map(({ location }) => breachOf(policy, location));
      }),
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

function letsStrangersIn({ effect, body, condition }: Statement): boolean {
  return effect !== 'Deny' && !(isOneService(valueAt(body, 'Principal')) && isForAccount(condition));
}

/** All conditions of a statement hold at once, so one that names the account is enough. Of several values any would do: no list is read. */
function isForAccount(condition: unknown): boolean {
  const account = valueAt(condition, 'StringEquals.aws:SourceAccount');
  const arns = ['ArnEquals.aws:SourceArn', 'ArnLike.aws:SourceArn'].map((place) => valueAt(condition, place));
  return isAccount(account) || arns.some(isArnOfAccount);
}

function isAccount(value: unknown): boolean {
  return typeof value === 'string' ? /^\d{12}$/.test(value) : valueAt(value, 'Ref') === 'AWS::AccountId';
}

/** The ARN of something in the template, or one that says its account: under both operators IAM takes * and ? for wildcards. */
function isArnOfAccount(arn: unknown): boolean {
  if (['Ref', 'Fn::GetAtt'].some((reference) => valueAt(arn, reference) !== undefined)) return true;
  const parts = typeof arn === 'string' ? [arn] : listAt(arn, 'Fn::Join.1');
  const text = parts.map((part) => (isAccount(part) ? 'account' : String(part))).join(String(valueAt(arn, 'Fn::Join.0')));
  return /^arn:[^:]+:[^:]+:[^:]*:(account|\d{12}):/.test(text);
}
