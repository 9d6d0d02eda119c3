import { expect } from 'vitest';
import type * as z from 'zod';
import { problemBody } from '#contract/problems.ts';
import { type Answered, type actorsOn, expectOk } from './story.ts';

type Actors = ReturnType<typeof actorsOn>;

/** The tenant of stories about refusals: one person on a subscription that ends soon, another to go to, one recipient. */
export const T = '/v1/tenants/acme';
export const TENANT = { name: 'Acme', timeZone: 'Europe/Berlin' };
export const SALES = {
  name: 'Sales',
  offer: 'flex-3',
  licensing: 'named',
  telephony: 'webex-calling',
  startsOn: '2025-01-01',
  expiresOn: '2026-12-09',
  commitments: [{ kind: 'premium-agent', quantity: 10 }],
};
export const SERVICE = { ...SALES, name: 'Service', expiresOn: '2028-12-01' };
export const ADA = {
  name: 'Ada',
  email: 'ada@acme.example',
  roles: ['agent'],
  assignments: [{ subscriptionId: 'Sub1', kind: 'premium-agent' }],
};
export const ANNA = { name: 'Anna', language: 'en', email: 'anna@acme.example', mayAct: true };

export async function makeSmallTenant({ api, settle }: Actors): Promise<void> {
  await expectOk(api('PUT', T, TENANT), 201);
  await expectOk(api('PUT', `${T}/subscriptions/Sub1`, SALES), 201);
  await expectOk(api('PUT', `${T}/subscriptions/Sub2`, SERVICE), 201);
  await expectOk(api('PUT', `${T}/people/ada`, ADA), 201);
  await expectOk(api('PUT', `${T}/recipients/anna`, ANNA), 201);
  await settle();
}

/** Everything that a refused request must leave as it was. */
const BOOK = ['', '/subscriptions', '/people', '/recipients', '/reassignments', '/audit?limit=200'];

/** Sends requests that are refused, and sees that nothing of the tenant is other than before. */
export function refusing({ api }: Pick<Actors, 'api'>) {
  const book = () => Promise.all(BOOK.map(async (path) => (await api('GET', `${T}${path}`)).body));
  return async (send: () => Promise<Answered>, status: number, reason: string): Promise<z.output<typeof problemBody>> => {
    const before = await book();
    const answer = await send();
    expect([answer.status, answer.headers.get('content-type')], JSON.stringify(answer.body)).toEqual([status, 'application/problem+json']);
    const problem = problemBody.parse(answer.body);
    expect(problem).toMatchObject({ status, reason });
    expect(problem.detail).not.toBe('');
    expect(await book()).toEqual(before);
    return problem;
  };
}
