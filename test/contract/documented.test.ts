import { describe, expect, it } from 'vitest';
import { openApiDocument } from '#contract/openapi.ts';
import { type Exchange, readDocument } from '#test/support/documented.ts';

const { hold } = readDocument(JSON.parse(JSON.stringify(openApiDocument())));
const NOT_FOUND = { type: 'about:blank', reason: 'tenant-not-found', title: 'There is no such tenant.', status: 404, detail: 'None.' };
const CHECKED = { findings: [], findingsCount: 0, alerts: [], alertsCount: 0 };

type Told = Partial<Omit<Exchange, 'body'>> & { readonly answer?: unknown };

function departures({ method = 'POST', path = '/v1/tenants/acme/checks', status = 200, mediaType, answer = CHECKED, sent }: Told) {
  const exchange = { method, path, status, sent, body: JSON.stringify(answer) };
  return hold({ ...exchange, mediaType: mediaType ?? (status < 300 ? 'application/json' : 'application/problem+json') }).departures;
}

describe('an answer held against the document', () => {
  it('is as documented', () => {
    expect(departures({})).toEqual([]);
    expect(departures({ sent: { dryRun: true, asOf: '2026-12-02' } })).toEqual([]);
    expect(departures({ status: 404, answer: NOT_FOUND })).toEqual([]);
  });

  it.each<[string, Told]>([
    ['a route that is not in it', { path: '/v1/tenants/acme/wishes' }],
    ['a method the route does not have', { method: 'PUT' }],
    ['another status', { status: 201 }],
    ['another media type', { mediaType: 'text/plain' }],
    ['a field that is missing', { answer: { ...CHECKED, alerts: undefined } }],
    ['a field that is not in it', { answer: { ...CHECKED, mood: 'good' } }],
    ['a field of another type', { answer: { ...CHECKED, alertsCount: 'none' } }],
    ['a day that is none', { answer: { ...CHECKED, findings: [{ kind: 'x', severity: 'info', subject: {}, on: '2026-02-30' }] } }],
    ['a reason that the route does not name', { status: 404, answer: { ...NOT_FOUND, reason: 'import-not-found' } }],
    ['a problem without its detail', { status: 404, answer: { ...NOT_FOUND, detail: undefined } }],
    ['a body that was taken and should not have been', { sent: { dryRun: true, mood: 'good' } }],
    ['a query that was taken and should not have been', { path: '/v1/tenants/acme/checks?mood=good' }],
  ])('is not as documented with %s', (_what, told) => {
    expect(departures(told)).toHaveLength(1);
  });
});
