import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { environment as apiEnvironment } from '#lambdas/api/environment.ts';
import { environment as checkTenantEnvironment } from '#lambdas/check-tenant/environment.ts';
import { environment as deliverEnvironment } from '#lambdas/deliver/environment.ts';
import { environment as linksEnvironment } from '#lambdas/links/environment.ts';
import { environment as tickEnvironment } from '#lambdas/tick/environment.ts';
import { environment as workEnvironment } from '#lambdas/work/environment.ts';
import { FUNCTION_NAMES, type FunctionName } from '#lib/bundles/function-names.ts';
import { synthesized } from '../synthesized.ts';

const functionSchema = z.object({
  Runtime: z.string(),
  Architectures: z.array(z.string()),
  Timeout: z.number(),
  TracingConfig: z.object({ Mode: z.string() }),
  LoggingConfig: z.object({ LogGroup: z.object({ Ref: z.string() }) }),
  Environment: z.object({ Variables: z.looseObject({ POWERTOOLS_SERVICE_NAME: z.enum(FUNCTION_NAMES) }) }),
  ReservedConcurrentExecutions: z.undefined().optional(),
});

const environments: Readonly<Record<FunctionName, z.ZodObject>> = {
  api: apiEnvironment,
  links: linksEnvironment,
  tick: tickEnvironment,
  'check-tenant': checkTenantEnvironment,
  deliver: deliverEnvironment,
  work: workEnvironment,
};

const { service } = synthesized();
const functions = Object.values(service.findResources('AWS::Lambda::Function')).map(({ Properties }) => functionSchema.parse(Properties));
const named = functions.map((each) => [each.Environment.Variables.POWERTOOLS_SERVICE_NAME, each] as const);

describe('The functions', () => {
  it('are the six of the architecture', () => {
    expect(named.map(([name]) => name).toSorted()).toEqual([...FUNCTION_NAMES].toSorted());
  });

  it.each(named)('%s is given the variables it reads, and no others', (name, { Environment }) => {
    const own = Object.keys(Environment.Variables).filter((variable) => !variable.startsWith('POWERTOOLS_'));
    expect(own.toSorted()).toEqual(Object.keys(environments[name].shape).toSorted());
  });

  it.each(named)('%s runs on Node 24 and arm64, and is traced', (_name, { Runtime, Architectures, TracingConfig }) => {
    expect({ Runtime, Architectures, TracingConfig }).toEqual({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      TracingConfig: { Mode: 'Active' },
    });
  });

  it.each(named)('%s logs where lines are forgotten after three months', (_name, { LoggingConfig }) => {
    const group = service.findResources('AWS::Logs::LogGroup')[LoggingConfig.LogGroup.Ref];
    expect(group?.['Properties']?.['RetentionInDays']).toBe(90);
  });

  it('that people wait for give up before the HTTP API does', () => {
    const doors = named.filter(([name]) => name === 'api' || name === 'links').map(([, { Timeout }]) => Timeout);
    expect(doors).toHaveLength(2);
    expect(Math.max(...doors)).toBeLessThan(30);
  });
});
