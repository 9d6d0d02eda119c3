import { readFileSync } from 'node:fs';
import { Aspects, type CfnResource, Validations } from 'aws-cdk-lib';
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { describe, expect, it } from 'vitest';
import { ALL_RULES } from '#lib/security/rules/all-rules.ts';
import { LapsewatchRules } from '#lib/security/rules/lapsewatch-rules.ts';
import { holdToSecurityRules } from '#lib/security/security-rules.ts';
import { type Synthesized, synthesized } from '../synthesized.ts';

const REPORT = /Lapsewatch-\w+/;

describe('S5 Our own rules', () => {
  it('find nothing in the app, with all that may be chosen and without', () => {
    const everything = held({ alarmEmail: 'on-call@example.com', domain: { domainName: 'lapsewatch.example.com' } });
    expect(() => everything.app.synth({ force: true })).not.toThrow();
    expect(() => held().app.synth({ force: true })).not.toThrow();
  });

  it('are acknowledged nowhere', () => {
    const { app } = held();
    const acknowledged = app.node
      .findAll()
      .flatMap(({ node }) => node.metadata.filter(({ data }) => REPORT.test(JSON.stringify(data ?? ''))));
    expect(acknowledged).toEqual([]);
  });

  it('have names and words of their own', () => {
    expect(new Set(ALL_RULES.map(({ name }) => name)).size).toBe(ALL_RULES.length);
    expect(new Set(ALL_RULES.flatMap(({ holds, otherwise, remedy }) => [holds, otherwise, remedy])).size).toBe(3 * ALL_RULES.length);
    expect(new LapsewatchRules().ruleIds).toEqual(ALL_RULES.map(({ name }) => `Lapsewatch-${name}`));
  });

  it('are told in docs/security.md in the same words and order', () => {
    const document = readFileSync(new URL('../../../docs/security.md', import.meta.url), 'utf8');
    const told = [...document.matchAll(/^\| `(?<name>[A-Z]\w+)` +\| (?<holds>.+?) +\|$/gm)].map(({ groups }) => ({ ...groups }));
    expect(told).toEqual(ALL_RULES.map(({ name, holds }) => ({ name, holds })));
  });
});

describe('S5 A synthesis with a breach of our own rules', () => {
  it('fails, and names the rule, the construct and what to do', () => {
    const { app, stacks } = held();
    one(stacks.data, CfnTable.isCfnTable).addPropertyDeletionOverride('PointInTimeRecoverySpecification');
    expect(() => app.synth({ force: true })).toThrow(
      /LapsewatchData\/Table\/Table\/Resource.*Turn point-in-time recovery on.*Lapsewatch-TableBackups/s,
    );
  });

  it('fails whatever comes last: an aspect, too, is seen', () => {
    const { app, stacks } = held();
    Aspects.of(stacks.service).add({ visit: hideForTooShort });
    expect(() => app.synth({ force: true })).toThrow(/Lapsewatch-QueueVisibility/);
  });

  it('fails for a variable that looks like a secret, added past the construct', () => {
    const { app, stacks } = held();
    one(stacks.service, CfnFunction.isCfnFunction).addPropertyOverride('Environment.Variables.SIGNING_KEY', 'x');
    expect(() => app.synth({ force: true })).toThrow(/Lapsewatch-FunctionVariables/);
  });

  it.each(['Lapsewatch-TableBackups', 'Lapsewatch::Lapsewatch-TableBackups'])(
    'passes when %s is acknowledged there, and fails for the next',
    (id) => {
      const { app, stacks } = held();
      one(stacks.data, CfnTable.isCfnTable).addPropertyDeletionOverride('PointInTimeRecoverySpecification');
      Validations.of(stacks.data.table).acknowledge({ id, reason: 'A trial whose table is filled anew every day.' });
      expect(() => app.synth({ force: true })).not.toThrow();
      one(stacks.data, CfnTable.isCfnTable).addPropertyOverride('DeletionProtectionEnabled', false);
      expect(() => app.synth({ force: true })).toThrow(/Lapsewatch-TableDeletion/);
    },
  );
});

function held(choices: Parameters<typeof synthesized>[0] = {}): Synthesized {
  const installed = synthesized(choices);
  holdToSecurityRules(installed.app, installed.stacks);
  return installed;
}

function one<Resource extends CfnResource>(scope: IConstruct, is: (construct: unknown) => construct is Resource): Resource {
  const found = scope.node.findAll().find((construct) => is(construct));
  if (found === undefined || !is(found)) throw new Error(`${scope.node.path} has no such resource.`);
  return found;
}

function hideForTooShort(construct: IConstruct): void {
  if (CfnQueue.isCfnQueue(construct)) construct.addPropertyOverride('VisibilityTimeout', 30);
}
