import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { apiOperations } from '#contract/operations.ts';
import { readRequest } from '#lambdas/http/http-request.ts';
import { anHttpEvent } from '#test/support/http-event.ts';

const tenant = JSON.stringify({ name: 'Acme', timeZone: 'Europe/Berlin' });
const put = (event: Parameters<typeof anHttpEvent>[0]) =>
  readRequest(apiOperations.putTenant, anHttpEvent({ method: 'PUT', path: '/v1/tenants/acme', params: { tenantId: 'acme' }, ...event }));

describe('a request', () => {
  it('is read with every default of its operation, and with who calls', () => {
    const read = put({ body: tenant, userArn: 'arn:aws:iam::1:user/anna' });
    expect(read).toMatchObject({
      ok: true,
      value: { body: { name: 'Acme', alertHour: 8, mode: 'control-hub' }, actor: { who: 'arn:aws:iam::1:user/anna', door: 'api' } },
    });
  });

  it('may be packed with gzip', () => {
    const body = gzipSync(tenant).toString('base64');
    expect(put({ body, isBase64Encoded: true, headers: { 'content-encoding': 'gzip' } })).toMatchObject({
      ok: true,
      value: { body: { name: 'Acme' } },
    });
  });

  it.each([
    ['a body over 4 MB', { body: 'x'.repeat(4 * 1024 * 1024 + 1) }, 'payload-too-large'],
    [
      'a body that unpacks to more than 32 MB',
      { body: gzipSync(Buffer.alloc(33 * 1024 * 1024)).toString('base64'), isBase64Encoded: true, headers: { 'content-encoding': 'gzip' } },
      'payload-too-large',
    ],
    ['gzip that is none', { body: 'plain', headers: { 'content-encoding': 'gzip' } }, 'unsupported-media-type'],
    ['another encoding', { body: tenant, headers: { 'content-encoding': 'br' } }, 'unsupported-media-type'],
    ['another media type', { body: '<a/>', headers: { 'content-type': 'text/xml' } }, 'unsupported-media-type'],
    ['a body that is not JSON', { body: '{' }, 'invalid-request'],
    ['an id with a blank', { body: tenant, params: { tenantId: 'a b' } }, 'invalid-request'],
  ])('is refused with %s', (_case, event, reason) => {
    expect(put(event)).toMatchObject({ ok: false, refusal: { reason } });
  });

  it('may leave a body out in which nothing is required', () => {
    const params = { tenantId: 'acme' };
    expect(readRequest(apiOperations.checkTenant, anHttpEvent({ method: 'POST', path: '/v1/tenants/acme/checks', params }))).toMatchObject({
      ok: true,
      value: { body: { dryRun: false } },
    });
    expect(put({})).toMatchObject({ ok: false, refusal: { errors: [{ path: 'name' }, { path: 'timeZone' }] } });
  });

  it('names wrong ids, query and body fields together', () => {
    const event = anHttpEvent({
      method: 'GET',
      path: '/v1/tenants/a%20b/people',
      params: { tenantId: 'a b' },
      query: { limit: '500', colour: 'red' },
    });
    const read = readRequest(apiOperations.listPeople, event);
    expect(!read.ok && 'errors' in read.refusal && read.refusal.errors.map(({ path }) => path)).toEqual(['tenantId', 'limit', 'colour']);
  });

  it('takes percent-encoded ids as what they stand for', () => {
    const read = readRequest(
      apiOperations.getPerson,
      anHttpEvent({ method: 'GET', path: '/', params: { tenantId: 'acme', personId: 'anna%40acme.example' } }),
    );
    expect(read.ok && read.value.params).toEqual({ tenantId: 'acme', personId: 'anna@acme.example' });
  });

  it.each([
    ['"7"', 7],
    ['W/"7"', 7],
    ['*', 'any'],
    ['"of another form"', -1],
  ])('understands If-Match %s', (header, ifMatch) => {
    expect(put({ body: tenant, headers: { 'if-match': header } })).toMatchObject({ ok: true, value: { ifMatch } });
  });

  it('R8 needs a key where its operation says so', () => {
    const event = { method: 'POST', path: '/x', params: { tenantId: 'acme', reassignmentId: 'r' } };
    expect(readRequest(apiOperations.confirmReassignment, anHttpEvent(event))).toEqual({
      ok: false,
      refusal: { reason: 'idempotency-key-required' },
    });
    expect(readRequest(apiOperations.confirmReassignment, anHttpEvent({ ...event, headers: { 'idempotency-key': 'k' } }))).toMatchObject({
      ok: true,
      value: { named: { key: 'k' } },
    });
  });
});
