import { isOneService } from './is-one-service.ts';
import { breachOf, type Rule, unless } from './rule.ts';
import { type Statement, statementsOf } from './statements-of.ts';
import { listAt, valueAt } from './value-at.ts';

const ROLE = 'AWS::IAM::Role';

/** Actions for which AWS knows no resource. */
const WITHOUT_RESOURCE: readonly unknown[] = [
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
  'sns:GetSubscriptionAttributes',
  'sns:Unsubscribe',
];

/** Recipients' topics are made at run time, and known by how their names begin. */
const RECIPIENT_TOPICS = /:sns:.*-recipient-\*"/;

/** What a role may do to tables: nothing that reads all of one, gets around keys, or changes the table itself. */
const TABLE_ACTIONS: readonly unknown[] = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:Query',
  'dynamodb:ConditionCheckItem',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
];

/** What has to hold of every role. */
export const ROLE_RULES: readonly Rule[] = [
  {
    name: 'RoleTrust',
    holds: 'Nobody but a service of AWS takes a role on.',
    otherwise: 'A person, or another account, reads and moves people in the name of a function, and the audit says that we did.',
    remedy: 'Trust the service that needs the role, and no account or user.',
    breaches: unless(ROLE, 'Properties.AssumeRolePolicyDocument', (document) => {
      const principals = listAt(document, 'Statement').map((statement) => valueAt(statement, 'Principal'));
      return principals.length > 0 && principals.every(isOneService);
    }),
  },
  {
    name: 'RolePolicies',
    holds: 'All that a role may do stands in the role, word for word: which actions, on which resources.',
    otherwise: 'Nobody can say who may read names and addresses: a policy of AWS’ own, or “all but”, grows by itself.',
    remedy: 'Write the statements into the role by hand; no managed policies, no NotAction, no NotResource.',
    breaches: unless(ROLE, 'Properties', (properties, role) => isWrittenOut(properties) && statementsOf(role).every(isPlain)),
  },
  {
    name: 'RoleActions',
    holds: 'A role names each action.',
    otherwise: 'A function can do what no use case does, the day somebody else runs code in it.',
    remedy: 'Replace each * and ? by the actions that are called.',
    breaches: whereSome(({ effect, actions }) => effect !== 'Deny' && actions.some((action) => /[*?]/.test(String(action)))),
  },
  {
    name: 'RoleResources',
    holds: 'A role names each resource, except where AWS knows none, and recipients’ topics by how their names begin.',
    otherwise: 'A slip in this installation reaches tables, queues and topics of others in the account.',
    remedy: 'Name the resource.',
    breaches: whereSome(
      ({ effect, actions, resources }) => effect !== 'Deny' && resources.some((resource) => isTooWide(resource, actions)),
    ),
  },
  {
    name: 'RoleTableActions',
    holds: 'A role reads and writes items by their keys: it scans nothing, and changes no table.',
    otherwise: 'One call reads every tenant, or takes the table away.',
    remedy: `Keep to these: ${TABLE_ACTIONS.join(', ')}.`,
    breaches: whereSome(
      ({ effect, actions }) => effect !== 'Deny' && actions.filter(isAboutTables).some((action) => !TABLE_ACTIONS.includes(action)),
    ),
  },
];

function whereSome(isWrong: (statement: Statement) => boolean): Rule['breaches'] {
  return (templates) =>
    templates.ofType(ROLE).flatMap((role) =>
      statementsOf(role)
        .filter(isWrong)
        .map(({ location }) => breachOf(role, location)),
    );
}

/** Nothing from elsewhere, and nothing that is decided at deployment. */
function isWrittenOut(properties: unknown): boolean {
  const policies = valueAt(properties, 'Policies') ?? [];
  const managed = valueAt(properties, 'ManagedPolicyArns') ?? [];
  const isReadable = (policy: unknown) => listAt(policy, 'PolicyDocument.Statement').length > 0;
  return Array.isArray(policies) && policies.every(isReadable) && Array.isArray(managed) && managed.length === 0;
}

/** IAM does not mind how actions are spelt; other rules do, so a service is spelt as AWS does. */
function isPlain({ effect, actions, resources }: Statement): boolean {
  const named = actions.length > 0 && actions.every((action) => typeof action === 'string' && /^([a-z0-9-]+:\S+|\*)$/.test(action));
  return (effect === 'Allow' || effect === 'Deny') && named && resources.length > 0;
}

function isAboutTables(action: unknown): boolean {
  return String(action).startsWith('dynamodb:');
}

function isTooWide(resource: unknown, actions: readonly unknown[]): boolean {
  const text = JSON.stringify(resource);
  if (!/[*?]/.test(text)) return false;
  if (resource === '*') return !actions.every((action) => WITHOUT_RESOURCE.includes(action));
  return !(RECIPIENT_TOPICS.test(text) && text.indexOf('*') === text.lastIndexOf('*') && actions.every(isAboutTopics));
}

function isAboutTopics(action: unknown): boolean {
  return String(action).startsWith('sns:');
}
