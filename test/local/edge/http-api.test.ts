import { describe, expect, it } from 'vitest';
import { signedFetch } from '#local/client/signed-fetch.ts';
import { tinyStackForAll } from '../support/tiny-stack.ts';

const MOODS = `exports.handler = async (event) => {
  const mood = event.pathParameters.name;
  if (mood === 'throw') throw new Error('broken');
  if (mood === 'slow') await new Promise((resolve) => setTimeout(resolve, 10_000));
  if (mood === 'plain') return { greeting: 'hello' };
  if (mood === 'binary') return { statusCode: 201, headers: { 'Content-Type': 'image/png' }, body: 'AAEC', isBase64Encoded: true, cookies: ['a=1', 'b=2'] };
  if (mood === 'body') return { statusCode: 200, body: JSON.stringify({ body: event.body, isBase64Encoded: event.isBase64Encoded }) };
  return { statusCode: 200, body: mood };
};`;

describe('the HTTP API', () => {
  const plain = tinyStackForAll();
  const moody = tinyStackForAll({ api: MOODS });
  const echoing = tinyStackForAll({ api: 'exports.handler = async (event) => event;' });

  it('hands a signed request on as API Gateway does in payload format 2.0', async () => {
    const { url } = plain();
    const path = '/v1/people/ada%40example.com?limit=2&limit=3&text=a%20b%2Bc';
    const response = await signedFetch(url, { method: 'PUT', path, json: { name: 'Ada' } });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      event: {
        version: '2.0',
        routeKey: 'ANY /v1/{proxy+}',
        rawPath: '/v1/people/ada@example.com',
        rawQueryString: 'limit=2&limit=3&text=a%20b%2Bc',
        queryStringParameters: { limit: '2,3', text: 'a b+c' },
        pathParameters: { proxy: 'people/ada@example.com' },
        body: '{"name":"Ada"}',
        isBase64Encoded: false,
        requestContext: {
          authorizer: { iam: { accessKey: 'local', userArn: 'arn:aws:iam::000000000000:user/local' } },
          http: { method: 'PUT', path: '/v1/people/ada@example.com' },
        },
      },
    });
  });

  it('answers an unsigned request to an IAM route as API Gateway does, and says why in the logs', async () => {
    const { url } = plain();
    const response = await fetch(`${url}/v1/people`);
    expect([response.status, await response.text()]).toEqual([403, '{"message":"Forbidden"}']);
    expect(await (await fetch(`${url}/_local/logs`)).text()).toContain('the request is not signed');
  });

  it('answers what has no route as API Gateway does', async () => {
    const { url } = plain();
    const response = await fetch(`${url}/nothing`);
    expect([response.status, await response.text()]).toEqual([404, '{"message":"Not Found"}']);
  });

  it.each([
    ['a result without a status is the body', 'plain', 200, '{"greeting":"hello"}'],
    ['a fault is hidden', 'throw', 500, '{"message":"Internal Server Error"}'],
    ['a function that takes too long is cut off', 'slow', 500, '{"message":"Internal Server Error"}'],
    ['a text is a text', 'hello', 200, 'hello'],
  ])('passes answers on: %s', async (_case, mood, status, body) => {
    const { url } = moody();
    const response = await fetch(`${url}/open/${mood}`);
    expect([response.status, await response.text()]).toEqual([status, body]);
  });

  it('passes binary answers and cookies on', async () => {
    const { url } = moody();
    const response = await fetch(`${url}/open/binary`);
    expect([response.status, response.headers.get('content-type'), response.headers.getSetCookie()]).toEqual([
      201,
      'image/png',
      ['a=1', 'b=2'],
    ]);
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 1, 2]);
  });

  it.each([
    ['text', { 'content-type': 'text/csv' }, false],
    ['JSON', { 'content-type': 'application/json; charset=utf-8' }, false],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, true],
    ['compressed JSON', { 'content-type': 'application/json', 'content-encoding': 'gzip' }, true],
    ['other bytes', { 'content-type': 'application/octet-stream' }, true],
  ])('hands %s on as API Gateway encodes it', async (_case, headers, isBase64Encoded) => {
    const { url } = echoing();
    const raw = { contentType: headers['content-type'], body: 'abc' };
    const response = await signedFetch(url, { method: 'POST', path: '/v1/x', raw, headers });
    expect(await response.json()).toMatchObject({ isBase64Encoded, body: isBase64Encoded ? 'YWJj' : 'abc' });
  });

  it.each([
    ['API Gateway', 11],
    ['Lambda', 7],
  ])('refuses a body above the limit of %s', async (_case, megabytes) => {
    const { url } = plain();
    const raw = { contentType: 'text/csv', body: new Uint8Array(megabytes * 1024 * 1024).fill(97) };
    const response = await signedFetch(url, { method: 'POST', path: '/v1/x', raw });
    expect([response.status, await response.text()]).toEqual([413, '{"message":"Request Entity Too Large"}']);
  });
});
