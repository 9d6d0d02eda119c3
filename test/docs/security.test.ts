import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { KEPT_DAYS } from '#adapters/dynamodb/lifetimes.ts';
import { FUNCTION_NAMES } from '#lib/bundles/function-names.ts';
import { PUBLIC_ROUTES } from '#lib/security/public-routes.ts';
import { statementsOf } from '../lib/statements.ts';
import { synthesized } from '../lib/synthesized.ts';
import { inWords } from './security-words.ts';

/** Roles by how their logical ids begin. */
const ROLES = {
  api: 'ApiFunctionRole',
  links: 'LinksFunctionRole',
  tick: 'TicksTickRole',
  'check-tenant': 'ChecksCheckTenantRole',
  deliver: 'DeliveriesDeliverRole',
  work: 'WorkRole',
  schedule: 'TicksScheduleRole',
} as const;

const { service } = synthesized();
const document = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8');

describe('docs/security.md', () => {
  it.each(Object.entries(ROLES))('says what the role of %s may do, as the template has it', (name, role) => {
    expect(rowOf(`\`${name}\``).slice(1, 4)).toEqual(Object.values(inWords(statementsOf(service, role))));
  });

  it('tells of every role', () => {
    expect(Object.keys(ROLES).toSorted()).toEqual([...FUNCTION_NAMES, 'schedule'].toSorted());
    expect(Object.keys(service.findResources('AWS::IAM::Role'))).toHaveLength(Object.keys(ROLES).length);
  });

  it('names the fields of the access log, all of them', () => {
    const [stage] = Object.values(service.findResources('AWS::ApiGatewayV2::Stage'));
    const format = z.object({ AccessLogSettings: z.object({ Format: z.string() }) }).parse(stage?.['Properties']).AccessLogSettings.Format;
    const fields = z.record(z.string(), z.string()).parse(JSON.parse(format));
    expect(quotedIn(lineWith('The access log of API Gateway'))).toEqual(Object.keys(fields));
  });

  it('names the routes that are public', () => {
    expect(quotedIn(lineWith('Public are'))).toEqual(PUBLIC_ROUTES);
  });

  it.each([
    ['alerts', KEPT_DAYS.alert],
    ['reassignments', KEPT_DAYS.reassignment],
    ['imports', KEPT_DAYS.import],
    ['links', KEPT_DAYS.linkAfterExpiry],
    ['messages waiting', KEPT_DAYS.outboxAfterSending],
    ['audit', KEPT_DAYS.audit],
    ['log lines', daysOfLogs()],
    ['dead letters', daysOfDeadLetters()],
  ])('says how long %s are kept', (what, days) => {
    expect(/\d+(?= days)/.exec(rowOf(what)[2] ?? '')?.[0]).toBe(String(days));
  });
});

/** The cells of the row that begins with that cell. */
function rowOf(first: string): readonly string[] {
  const row = document.split('\n').find((line) => line.startsWith(`| ${first} `)) ?? '';
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** The paragraph that begins so. */
function lineWith(beginning: string): string {
  return document.split('\n\n').find((paragraph) => paragraph.startsWith(beginning)) ?? '';
}

function quotedIn(paragraph: string): readonly string[] {
  return [...paragraph.matchAll(/(?<!\[)`([^`]+)`/g)].map(([, quoted = '']) => quoted);
}

function daysOfLogs(): number {
  return onlyOne(
    Object.values(service.findResources('AWS::Logs::LogGroup')).map(({ Properties }) => Number(Properties['RetentionInDays'])),
  );
}

function daysOfDeadLetters(): number {
  const deadLetters = Object.entries(service.findResources('AWS::SQS::Queue')).filter(([id]) => id.includes('DeadLetters'));
  return onlyOne(deadLetters.map(([, { Properties }]) => Number(Properties['MessageRetentionPeriod']) / (24 * 3600)));
}

/** @throws Error when they differ: one number in the document could not tell of them. */
function onlyOne(values: readonly number[]): number {
  const [only, ...others] = [...new Set(values)];
  if (only === undefined || others.length > 0) throw new Error(`There is not one value: ${values.join(', ')}.`);
  return only;
}
