import { describe, expect, it } from 'vitest';
import { PROBLEMS, type ProblemReason, problem, problemBody } from '#contract/problems.ts';

const reasons = Object.keys(PROBLEMS).filter((reason): reason is ProblemReason => reason in PROBLEMS);

describe('a problem', () => {
  it.each(reasons)('%s has a status, a title and a sentence of detail', (reason) => {
    const { status, body } = problem({ reason });
    expect(problemBody.parse(body)).toMatchObject({ reason, status });
    expect(String(body['title'])).toMatch(/\.$/);
    expect(String(body['detail'])).toMatch(/[.;]$/);
  });

  it('names both subscriptions of a licensing mix', () => {
    const { status, body } = problem({ reason: 'licensing-model-mixed', subscriptionIds: ['Sub2', 'Sub1'] });
    expect(status).toBe(409);
    expect(body).toMatchObject({ subscriptionIds: ['Sub2', 'Sub1'], detail: expect.stringContaining('Sub2 and Sub1') });
  });

  it('brings the plan as it is now', () => {
    expect(problem({ reason: 'plan-changed', plan: { planHash: 'x' } })).toMatchObject({ status: 409, body: { plan: { planHash: 'x' } } });
  });

  it('lists every wrong field', () => {
    const errors = [{ path: 'name', message: 'Is missing.' }];
    expect(problem({ reason: 'invalid-request', errors })).toMatchObject({ status: 400, body: { errors } });
  });

  it('keeps its own status where the refusal has one of something else', () => {
    expect(problem({ reason: 'not-now', status: 'done' })).toMatchObject({
      status: 409,
      body: { status: 409, detail: 'The reassignment is done.' },
    });
  });

  it.each([
    [
      '404',
      [
        'tenant-not-found',
        'subscription-not-found',
        'person-not-found',
        'recipient-not-found',
        'import-not-found',
        'reassignment-not-found',
        'link-not-found',
        'not-found',
      ],
    ],
    ['409', ['licensing-model-mixed', 'subscription-in-use', 'plan-changed', 'reassignment-in-progress', 'not-now', 'not-started']],
    ['410', ['link-closed']],
    ['412', ['precondition-failed']],
    ['413', ['payload-too-large']],
    ['422', ['unknown-subscription', 'idempotency-key-reused', 'not-available']],
  ] as const)('answers %s as the contract says', (status, those) => {
    expect(those.map((reason) => PROBLEMS[reason].status)).toEqual(those.map(() => Number(status)));
  });
});
