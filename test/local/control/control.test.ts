import { describe, expect, it } from 'vitest';
import { instantOf } from '#domain/days/instant.ts';
import { tinyStack, tinyStackForAll } from '../support/tiny-stack.ts';

const NOW = instantOf(Date.parse('2026-12-02T07:00:00Z'));

async function post(url: string, path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${url}${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers,
    redirect: 'manual',
  });
}

describe('the clock route', () => {
  const standing = tinyStackForAll({}, { now: NOW });

  it('moves time forward, by days or to a moment', async () => {
    const { url } = await tinyStack({}, { now: NOW });
    expect(await (await fetch(`${url}/_local/clock`)).json()).toEqual({ now: expect.stringMatching(/^2026-12-02T07:00:0/) });
    expect(await (await post(url, '/_local/clock', { advanceDays: 3 })).json()).toEqual({
      now: expect.stringMatching(/^2026-12-05T07:00:0/),
    });
    const moved = await post(url, '/_local/clock', { now: '2027-01-01T00:00:00Z' });
    expect([moved.status, await moved.json()]).toEqual([200, { now: expect.stringMatching(/^2027-01-01T00:00:0/) }]);
  });

  it.each([
    ['the past', { now: '2026-12-01T00:00:00Z' }, 'only goes forward'],
    ['days back', { advanceDays: -1 }, 'advanceDays'],
    ['no day at all', { advanceDays: 0 }, 'advanceDays'],
    ['something that is no moment', { now: 'tomorrow' }, 'now is a moment'],
    ['nothing', {}, 'advanceDays'],
    ['what is no JSON', 'tomorrow', 'not JSON'],
  ])('refuses %s in words', async (_case, body, words) => {
    const { url } = standing();
    const response = await post(url, '/_local/clock', body);
    expect([response.status, await response.json()]).toEqual([400, { message: expect.stringContaining(words) }]);
  });

  it('takes JSON from curl, which calls it a form', async () => {
    const { url } = await tinyStack({}, { now: NOW });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const moved = await post(url, '/_local/clock', '{ "advanceDays": 7 }', headers);
    expect([moved.status, await moved.json()]).toEqual([200, { now: expect.stringMatching(/^2026-12-09T07:00:0/) }]);
  });

  it('takes a button of the inbox page back to it', async () => {
    const { url } = await tinyStack({}, { now: NOW });
    const headers = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', origin: url };
    const response = await post(url, '/_local/clock', 'advanceDays=7', headers);
    expect([response.status, response.headers.get('location')]).toEqual([303, '/_local/inbox']);
  });
});

describe('the control routes', () => {
  const plain = tinyStackForAll();

  it('show the inbox as JSON, or as a page to a browser', async () => {
    const { url } = plain();
    expect(await (await fetch(`${url}/_local/inbox`, { headers: { accept: 'application/json' } })).json()).toEqual({ items: [] });
    const page = await fetch(`${url}/_local/inbox`, { headers: { accept: 'text/html,*/*' } });
    expect([page.headers.get('content-type'), page.headers.get('content-security-policy')]).toEqual([
      'text/html; charset=utf-8',
      expect.stringContaining("default-src 'none'"),
    ]);
    expect((await fetch(`${url}/_local/inbox`, { method: 'DELETE' })).status).toBe(204);
  });

  it.each([
    ['an unknown route', 'GET', '/_local/nothing', undefined, 404],
    ['a method that is not meant', 'PUT', '/_local/clock', '{}', 405],
    ['a recipient nobody knows', 'POST', '/_local/confirm', '{ "recipient": "nobody", "channel": "email", "state": "confirmed" }', 404],
    ['a state that does not exist', 'POST', '/_local/confirm', '{ "recipient": "ada", "channel": "email", "state": "maybe" }', 400],
  ])('refuse %s in words', async (_case, method, path, body, status) => {
    const { url } = plain();
    const response = await fetch(`${url}${path}`, { method, ...(body === undefined ? {} : { body }) });
    expect([response.status, await response.json()]).toEqual([status, { message: expect.stringMatching(/\w/) }]);
  });

  it('are not for pages of other origins', async () => {
    const { url } = plain();
    expect((await post(url, '/_local/tick', '', { origin: 'http://evil.example' })).status).toBe(403);
  });
});
