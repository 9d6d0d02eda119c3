import { describe, expect, it } from 'vitest';
import { decide, type Statement } from '#local/permissions/statement.ts';

const TABLE = 'arn:aws:dynamodb:eu-central-1:000000000000:table/Data';

function allow(Action: readonly string[], Resource: readonly string[]): Statement {
  return { Effect: 'Allow', Action: [...Action], Resource: [...Resource] };
}

const KEPT: Statement = {
  Effect: 'Deny',
  Action: ['dynamodb:UpdateItem'],
  Resource: [TABLE],
  Condition: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['TENANT#*#AUDIT'] } },
};

describe('a role', () => {
  it.each<[string, readonly Statement[], string, string]>([
    ['does not allow what nobody mentions', [], TABLE, 'implicit-deny'],
    ['allows an action on its resource', [allow(['dynamodb:UpdateItem'], [TABLE])], TABLE, 'allowed'],
    ['does not allow another action', [allow(['dynamodb:PutItem'], [TABLE])], TABLE, 'implicit-deny'],
    ['does not allow the index of its table', [allow(['dynamodb:UpdateItem'], [TABLE])], `${TABLE}/index/due`, 'implicit-deny'],
    ['does not allow another table that begins alike', [allow(['dynamodb:UpdateItem'], [TABLE])], `${TABLE}2`, 'implicit-deny'],
    ['allows what a pattern covers', [allow(['dynamodb:*'], [`${TABLE}*`])], `${TABLE}2`, 'allowed'],
    ['reads actions in capitals and small letters alike', [allow(['DynamoDB:updateitem'], [TABLE])], TABLE, 'allowed'],
    ['takes one sign for a question mark', [allow(['dynamodb:UpdateItem'], [`${TABLE}?`])], TABLE, 'implicit-deny'],
  ])('%s', (_case, statements, resource, decision) => {
    expect(decide(statements, { action: 'dynamodb:UpdateItem', resource })).toBe(decision);
  });

  it.each<[string, readonly string[], string]>([
    ['one of the keys that it protects', ['TENANT#acme', 'TENANT#acme#AUDIT'], 'explicit-deny'],
    ['other keys', ['TENANT#acme', 'TENANT#acme#AUDITS'], 'allowed'],
    ['no key at all', [], 'allowed'],
  ])('denies before it allows, and only under its condition: %s', (_case, leadingKeys, decision) => {
    const statements = [allow(['dynamodb:UpdateItem'], [TABLE]), KEPT];
    expect(decide(statements, { action: 'dynamodb:UpdateItem', resource: TABLE, leadingKeys })).toBe(decision);
  });
});
