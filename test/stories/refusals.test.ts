import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { importAnswer } from '#contract/imports.ts';
import { planAnswer } from '#contract/plans.ts';
import { startedAnswer } from '#contract/reassignments.ts';
import { instantOf } from '#domain/days/instant.ts';
import { anExport, EMAIL, premium } from '#test/support/control-hub-export.ts';
import { type RunningStack, startLocalStack } from '#test/support/local-stack.ts';
import { ADA, ANNA, makeSmallTenant, refusing, SALES, SERVICE, T, TENANT } from '#test/support/small-tenant.ts';
import { actorsOn, anyList, expectOk } from '#test/support/story.ts';

const MB = 1024 * 1024;

describe('bad input to the API', () => {
  let stack: RunningStack;
  let act: ReturnType<typeof actorsOn>;
  let refused: ReturnType<typeof refusing>;
  const postRaw = (path: string, raw: { contentType: string; body: string | Uint8Array<ArrayBuffer> }, headers = {}) =>
    act.raw({ method: 'POST', path, raw, headers });

  beforeAll(async () => {
    stack = await startLocalStack({ now: instantOf(Date.parse('2026-12-02T06:00:00Z')) });
    act = actorsOn(stack);
    refused = refusing(act);
    await makeSmallTenant(act);
  });
  afterAll(() => stack.stop());

  it.each([
    [
      'a tenant',
      T,
      { name: ' ', timeZone: 'Mars/Base', alertHour: 25, mode: 'x', colour: 1 },
      ['alertHour', 'colour', 'mode', 'name', 'timeZone'],
    ],
    [
      'a subscription',
      `${T}/subscriptions/Sub3`,
      {
        ...SALES,
        licensing: undefined,
        expiresOn: '2025-01-01',
        trial: 'no',
        commitments: [{ kind: 'premium-agent', quantity: -1 }],
      },
      ['commitments[0].quantity', 'expiresOn', 'licensing', 'trial'],
    ],
    [
      'a person',
      `${T}/people/bob`,
      { ...ADA, email: 'bob', roles: [], status: 'gone', assignments: [{ subscriptionId: 'Sub 1', kind: 'premium-agent', seats: 1 }] },
      ['assignments[0].seats', 'assignments[0].subscriptionId', 'email', 'roles', 'status'],
    ],
    ['a recipient', `${T}/recipients/bob`, { name: 'Bob', language: 'fr', mayAct: 'yes' }, ['email', 'language', 'mayAct']],
  ])('H3 names every wrong field of %s', async (_what, path, body, paths) => {
    const { errors = [] } = await refused(() => act.api('PUT', path, body), 400, 'invalid-request');
    expect(errors.map((error) => error.path).toSorted()).toEqual(paths);
    expect(errors.every(({ message }) => message.length > 5)).toBe(true);
  });

  it('refuses what is no JSON, of another type, or asked for with unknown words', async () => {
    const imports = `${T}/imports`;
    const json = 'application/json';
    await refused(() => postRaw(imports, { contentType: json, body: '{"people": [' }), 400, 'invalid-request');
    await refused(() => postRaw(imports, { contentType: 'application/xml', body: '<people/>' }), 415, 'unsupported-media-type');
    await refused(() => postRaw(imports, { contentType: 'text/csv', body: 'Name,Age\nAda,36\n' }), 400, 'invalid-request');
    for (const [query, path] of [
      ['colour=red', 'colour'],
      ['limit=500', 'limit'],
      ['stranded=maybe', 'stranded'],
    ]) {
      const { errors = [] } = await refused(() => act.api('GET', `${T}/people?${query}`), 400, 'invalid-request');
      expect(errors.map((error) => error.path)).toEqual([path]);
    }
    await refused(() => act.api('GET', `${T}/audit?cursor=garbage`), 400, 'invalid-request');
    await refused(() => act.api('POST', `${T}/checks`, { asOf: '2027-01-01' }), 400, 'invalid-request');
    await refused(() => act.api('PUT', `${T}/people/a%20b`, ADA), 400, 'invalid-request');
  });

  it('takes 4 MB as sent and 32 MB unpacked, and not a byte more', async () => {
    const imports = `${T}/imports?dryRun=true`;
    const people = Array.from({ length: 30 }, () => 'x'.repeat(150_000));
    await refused(() => act.api('POST', imports, { people }), 413, 'payload-too-large');
    const contentType = 'application/json';
    const gzip = { 'content-encoding': 'gzip' };
    const packed = await postRaw(imports, { contentType, body: Uint8Array.from(gzipSync(JSON.stringify({ people }))) }, gzip);
    expect(importAnswer.parse(packed.body)).toMatchObject({ status: 'done', imported: 0, rejectedCount: 30 });
    const bomb = Uint8Array.from(gzipSync(Buffer.alloc(32 * MB + 1, ' ')));
    await refused(() => postRaw(imports, { contentType, body: bomb }, gzip), 413, 'payload-too-large');
    await refused(() => postRaw(imports, { contentType, body: '{}' }, gzip), 415, 'unsupported-media-type');
  });

  it.each([
    ['GET', '/v1/tenants/nobody', 'tenant-not-found'],
    ['GET', '/v1/tenants/nobody/coverage', 'tenant-not-found'],
    ['DELETE', '/v1/tenants/nobody', 'tenant-not-found'],
    ['GET', `${T}/subscriptions/Sub9`, 'subscription-not-found'],
    ['DELETE', `${T}/subscriptions/Sub9`, 'subscription-not-found'],
    ['GET', `${T}/people/nobody`, 'person-not-found'],
    ['DELETE', `${T}/people/nobody`, 'person-not-found'],
    ['GET', `${T}/recipients/nobody`, 'recipient-not-found'],
    ['DELETE', `${T}/recipients/nobody`, 'recipient-not-found'],
    ['GET', `${T}/imports/nothing`, 'import-not-found'],
    ['GET', `${T}/reassignments/nothing`, 'reassignment-not-found'],
    ['GET', `${T}/reassignments/nothing/control-hub.csv`, 'reassignment-not-found'],
    ['GET', '/v1/nothing', 'not-found'],
    ['POST', `${T}/nothing/at/all`, 'not-found'],
  ])('says what is not there: %s %s is %s', async (method, path, reason) => {
    await refused(() => act.api(method, path), 404, reason);
  });

  it('answers methods that a route does not have from its own router', async () => {
    for (const [method, path, allow] of [
      ['PATCH', T, 'DELETE, GET, PUT'],
      ['DELETE', `${T}/coverage`, 'GET'],
      ['GET', '/links/review', 'POST'],
    ] as const) {
      const send = () => act.api(method, path);
      await refused(send, 405, 'method-not-allowed');
      expect((await send()).headers.get('allow')?.split(', ').toSorted().join(', ')).toBe(allow);
    }
  });

  it('D20 refuses a mix of licensing models with both subscriptions named, and other things that cannot be', async () => {
    const mixed = await refused(
      () => act.api('PUT', `${T}/subscriptions/Sub3`, { ...SALES, licensing: 'concurrent' }),
      409,
      'licensing-model-mixed',
    );
    expect(mixed['subscriptionIds']).toEqual(expect.arrayContaining(['Sub3', 'Sub1']));
    expect(mixed.detail).toMatch(/Sub1.*Sub3|Sub3.*Sub1/);
    const elsewhere = { ...ADA, assignments: [{ subscriptionId: 'Sub9', kind: 'premium-agent' }] };
    expect((await refused(() => act.api('PUT', `${T}/people/ada`, elsewhere), 422, 'unknown-subscription')).detail).toContain('Sub9');
    await refused(() => act.api('POST', `${T}/plans`, { fromSubscriptionId: 'Sub9' }), 422, 'unknown-subscription');
    await refused(() => act.api('DELETE', `${T}/subscriptions/Sub1`), 409, 'subscription-in-use');
    for (const path of [T, '/v1/tenants/other'])
      await refused(() => act.api('PUT', path, { ...TENANT, mode: 'webex' }), 422, 'not-available');
    await refused(() => act.api('GET', '/v1/tenants/other'), 404, 'tenant-not-found');
  });

  it.each([
    ['tenant', '', TENANT],
    ['subscription', '/subscriptions/Sub2', SERVICE],
    ['person', '/people/ada', ADA],
    ['recipient', '/recipients/anna', ANNA],
  ])('holds a PUT and a DELETE of a %s against the ETag that was read', async (_what, path, body) => {
    const tag = async () => (await act.api('GET', `${T}${path}`)).headers.get('etag') ?? '';
    const read = await tag();
    expect(read).toMatch(/^"\d+"$/);
    await expectOk(act.api('PUT', `${T}${path}`, body, { 'if-match': read }), 200);
    expect(await tag()).not.toBe(read);
    await refused(() => act.api('PUT', `${T}${path}`, body, { 'if-match': read }), 412, 'precondition-failed');
    await refused(() => act.api('DELETE', `${T}${path}`, undefined, { 'if-match': read }), 412, 'precondition-failed');
  });

  it('rejects a broken row of a file with its line, and takes the rest', async () => {
    const rows = [
      ['eve@acme.example', 'TRUE', 'FALSE'],
      ['not-an-address', 'TRUE', 'FALSE'],
      ['fay@acme.example', 'PERHAPS', 'FALSE'],
      ['"gus@acme.example', 'TRUE', 'FALSE'],
      ['hal@acme.example', 'TRUE'],
      ['ida@acme.example', 'FALSE', 'TRUE'],
      ['eve@acme.example', 'FALSE', 'TRUE'],
    ];
    const file = anExport([EMAIL, premium('Sub1'), premium('Sub2')], rows);
    const done = await expectOk(act.api('POST', `${T}/imports`, file), 200, importAnswer);
    expect(done).toMatchObject({ status: 'done', imported: 2, absent: 1 });
    expect(done.rejected.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'invalid-email'],
      [4, 'invalid-value'],
      [5, 'broken-quotes'],
      [6, 'wrong-number-of-cells'],
      [8, 'duplicate-person'],
    ]);
    const mixed = { subscriptionId: 'Sub4', ...SALES, licensing: 'concurrent' };
    const json = { subscriptions: [mixed], people: [{ ...ADA, personId: 'jo' }, { ...ADA, personId: 'kim', email: 'kim' }, 7] };
    const entries = await expectOk(act.api('POST', `${T}/imports`, json), 200, importAnswer);
    expect(entries.imported).toBe(1);
    expect(entries.rejected.map(({ path, reason }) => [path, reason])).toEqual([
      ['people[1].email', 'invalid-entry'],
      ['people[2]', 'invalid-entry'],
      ['subscriptions[0]', 'licensing-model-mixed'],
    ]);
    const read = await act.api('GET', `${T}/imports/${entries.importId}`);
    expect([read.body, read.headers.has('etag')]).toEqual([entries, true]);
  });

  it('R8 gives the same key and body the same answer, also at the same time, and another body a refusal', async () => {
    const request = { fromSubscriptionId: 'Sub1', toSubscriptionId: 'Sub2' };
    const { planHash } = await expectOk(act.api('POST', `${T}/plans`, request), 200, planAnswer);
    const start = (key: object, more = {}) => act.api('POST', `${T}/reassignments`, { ...request, ...more, planHash }, { ...key });
    await refused(() => start({}), 400, 'idempotency-key-required');
    const stale = () => act.api('POST', `${T}/reassignments`, { ...request, planHash: '0'.repeat(64) }, { 'idempotency-key': 'stale' });
    expect(await refused(stale, 409, 'plan-changed')).toMatchObject({ plan: { planHash } });
    const key = { 'idempotency-key': 'run-1' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => expectOk(start(key), 202, startedAnswer)));
    await act.settle();
    expect(new Set([...answers, await expectOk(start(key), 202, startedAnswer)].map((answer) => JSON.stringify(answer))).size).toBe(1);
    const { items } = await expectOk(act.api('GET', `${T}/reassignments`), 200, anyList);
    expect(items).toHaveLength(1);
    await refused(() => start(key, { acceptOverage: true }), 422, 'idempotency-key-reused');
    const run = await act.api('GET', `${T}/reassignments/${z.string().parse(items[0]?.['reassignmentId'])}`);
    expect(run.headers.has('etag')).toBe(true);
  });
});
