import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTemplates, type Templates } from '#lib/security/rules/templates.ts';

const folder = mkdtempSync(join(tmpdir(), 'lapsewatch-templates-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const data = written('data', {
  Resources: { Table: { Type: 'AWS::DynamoDB::Table' }, Role: { Type: 'AWS::IAM::Role' } },
  Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Table', 'Arn'] }, Export: { Name: 'Data:TableArn' } }, Told: { Value: 'only' } },
});
const service = written('service', {
  Resources: { Role: { Type: 'AWS::IAM::Role' }, 'Fn::ForEach::Queues': ['Name', ['a', 'b'], {}] },
});
const templates = readTemplates([data, service]);

describe('What a template refers to', () => {
  it.each([
    ['a resource by its name', { Ref: 'Role' }, 'service Role'],
    ['a resource by an attribute', { 'Fn::GetAtt': ['Role', 'Arn'] }, 'service Role'],
    ['what another stack exports', { 'Fn::ImportValue': 'Data:TableArn' }, 'data Table'],
  ])('is found: %s', (_words, value, expected) => {
    const found = templates.referredTo(template(service), value);
    expect([found?.template.path === data ? 'data' : 'service', found?.id].join(' ')).toBe(expected);
  });

  it.each([
    ['a text', 'arn:aws:dynamodb:eu-central-1:1:table/other'],
    ['a resource of another stack by its name alone', { Ref: 'Table' }],
    ['an export that nobody makes', { 'Fn::ImportValue': 'Other:Arn' }],
    ['a parameter', { Ref: 'AWS::Region' }],
    ['nothing', undefined],
  ])('is not made up: %s', (_words, value) => {
    expect(templates.referredTo(template(service), value)).toBeUndefined();
  });

  it('is read with what has no type, such as a loop, so that no rule overlooks it', () => {
    expect(templates.ofType('nothing').map(({ id }) => id)).toEqual(['Fn::ForEach::Queues']);
  });
});

function written(name: string, body: object): string {
  const path = join(folder, `${name}.template.json`);
  writeFileSync(path, JSON.stringify(body));
  return path;
}

function template(path: string): Templates['all'][number] {
  const found = templates.all.find((each) => each.path === path);
  if (found === undefined) throw new Error(`${path} was not read.`);
  return found;
}
