import { breachOf, type Rule, unless } from './rule.ts';
import type { Resource, Templates } from './templates.ts';
import { entriesAt, listAt, valueAt } from './value-at.ts';

const FUNCTION = 'AWS::Lambda::Function';

/** Names under which people keep secrets. */
const SECRET_NAME = /secret|passw|passphrase|token|credential|(api|private|access|signing)_?key/i;

/** Secrets by their looks: AWS keys, private keys, signed tokens, values resolved at deployment, and long random texts. */
const SECRET_VALUES: readonly RegExp[] = [
  /\b(AKIA|ASIA)[0-9A-Z]{16}\b/,
  /-----BEGIN/,
  /\beyJ[\w-]+\.[\w-]+\./,
  /\{\{resolve:(secretsmanager|ssm-secure)/,
  /^[0-9a-f]{32,}$/i,
  /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w+/]{32,}={0,2}$/,
];

const LAMBDA_ALONE = JSON.stringify({ Service: 'lambda.amazonaws.com' });

/** What has to hold of every function. */
export const FUNCTION_RULES: readonly Rule[] = [
  {
    name: 'FunctionUrl',
    holds: 'No function has a URL of its own.',
    otherwise: 'There is a door without throttles, access log and, in one slip, without a lock.',
    remedy: 'Put a route of the HTTP API in front of the function.',
    breaches: (templates) => templates.ofType('AWS::Lambda::Url').map((url) => breachOf(url, 'Properties')),
  },
  {
    name: 'FunctionCallers',
    holds: 'Only the HTTP API calls a function by itself; everything else goes through a queue.',
    otherwise: 'What is called without waiting is tried twice and then gone: a warning, a check, a move.',
    remedy: 'Let the caller put a message on a queue. A permission is for apigateway.amazonaws.com, and for one API.',
    breaches: unless(
      'AWS::Lambda::Permission',
      'Properties',
      (properties) =>
        valueAt(properties, 'Principal') === 'apigateway.amazonaws.com' &&
        valueAt(properties, 'SourceArn') !== undefined &&
        valueAt(properties, 'FunctionUrlAuthType') === undefined,
    ),
  },
  {
    name: 'FunctionVariables',
    holds: 'No variable of a function looks like a secret.',
    otherwise: 'Everybody who may look at a function reads it, and so does whoever reads the template.',
    remedy: 'Let a role do what the secret was for; Lapsewatch needs none.',
    breaches: (templates) =>
      templates.ofType(FUNCTION).flatMap((each) =>
        entriesAt(each.body, 'Properties.Environment.Variables')
          .filter(([name, value]) => SECRET_NAME.test(name) || looksSecret(value))
          .map(([name]) => breachOf(each, `Properties.Environment.Variables.${name}`)),
      ),
  },
  {
    name: 'FunctionRole',
    holds: 'Every function has a role of its own, which nobody but Lambda takes on.',
    otherwise: 'Whoever breaks into the public page may do what the function may that moves people.',
    remedy: 'Give the function a role, trusted by lambda.amazonaws.com alone.',
    breaches: (templates) =>
      templates
        .ofType(FUNCTION)
        .filter((each) => !ofItsOwn(roleOf(each, templates), templates))
        .map((each) => breachOf(each, 'Properties.Role')),
  },
];

function looksSecret(value: unknown): boolean {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return SECRET_VALUES.some((looks) => looks.test(text));
}

function roleOf({ template, body }: Resource, { referredTo }: Templates): Resource | undefined {
  return referredTo(template, valueAt(body, 'Properties.Role'));
}

function ofItsOwn(role: Resource | undefined, templates: Templates): boolean {
  if (role === undefined) return false;
  const users = templates.ofType(FUNCTION).filter((each) => roleOf(each, templates) === role);
  const trusted = listAt(role.body, 'Properties.AssumeRolePolicyDocument.Statement').map((statement) => valueAt(statement, 'Principal'));
  return users.length === 1 && trusted.length > 0 && trusted.every((principal) => JSON.stringify(principal) === LAMBDA_ALONE);
}
