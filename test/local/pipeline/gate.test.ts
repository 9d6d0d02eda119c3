import { describe, expect, it } from 'vitest';
import type { Ask } from '#local/pipeline/ask.ts';
import { gate } from '#local/pipeline/gate.ts';

/** An API that gives each path its answer, and fails for every other. */
function apiOf(answers: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  const ask: Ask = async ({ path }) => {
    asked.push(path);
    if (!(path in answers)) throw new Error(`GET ${path} was answered with 500.`);
    return answers[path];
  };
  return { ask, asked };
}

const EXPIRING = '/v1/expiring?withinDays=30&limit=200';
const peopleOf = (tenant: string) => `/v1/tenants/${tenant}/people?atRiskDays=30&limit=200`;
const ada = { personId: 'ada@acme.example', name: 'Ada', coveredThrough: '2026-12-31' };
const bo = { personId: 'bo', name: 'Bo', coveredThrough: '2026-12-08' };

describe('the gate of a pipeline', () => {
  it('is open when nobody loses access', async () => {
    const { ask } = apiOf({ [EXPIRING]: { items: [] } });
    expect(await gate(ask, { within: 30 })).toEqual({ exitCode: 0, lines: ['Nobody loses access within 30 days.'] });
  });

  it('is closed when somebody does, and names everybody in every tenant, who goes first first', async () => {
    const { ask } = apiOf({
      [EXPIRING]: { items: [{ tenantId: 'acme' }], next: 'a=' },
      [`${EXPIRING}&cursor=a%3D`]: { items: [{ tenantId: 'beta' }] },
      [peopleOf('acme')]: { items: [ada], next: 'b' },
      [`${peopleOf('acme')}&cursor=b`]: { items: [bo] },
      [peopleOf('beta')]: { items: [{ ...bo, personId: 'x' }] },
    });
    expect(await gate(ask, { within: 30 })).toEqual({
      exitCode: 1,
      lines: [
        'acme: 2 people lose access within 30 days.',
        '  Bo (bo): last day 2026-12-08',
        '  Ada (ada@acme.example): last day 2026-12-31',
        'beta: 1 person loses access within 30 days.',
        '  Bo (x): last day 2026-12-08',
      ],
    });
  });

  it('goes by the people of a tenant: one that is listed early does not close it', async () => {
    const { ask } = apiOf({ [EXPIRING]: { items: [{ tenantId: 'acme' }] }, [peopleOf('acme')]: { items: [] } });
    expect(await gate(ask, { within: 30 })).toMatchObject({ exitCode: 0 });
  });

  it('asks for nothing but the tenant that is named', async () => {
    const { ask, asked } = apiOf({ '/v1/tenants/a%40b/people?atRiskDays=1&limit=200': { items: [] } });
    expect(await gate(ask, { within: 1, tenant: 'a@b' })).toEqual({ exitCode: 0, lines: ['Nobody loses access within 1 day in a@b.'] });
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['the list is not answered', {}],
    ['the people of one tenant are not answered', { [EXPIRING]: { items: [{ tenantId: 'acme' }] } }],
    ['the second page is not answered', { [EXPIRING]: { items: [], next: 'a' } }],
    ['an answer has another shape', { [EXPIRING]: { message: 'Hello' } }],
    [
      'a person has no last day',
      { [EXPIRING]: { items: [{ tenantId: 'acme' }] }, [peopleOf('acme')]: { items: [{ personId: 'ada', name: 'Ada' }] } },
    ],
  ])('is not open when %s', async (_when, answers) => {
    await expect(gate(apiOf(answers).ask, { within: 30 })).rejects.toThrow(Error);
  });
});
