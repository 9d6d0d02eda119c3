import { createServer, type IncomingHttpHeaders } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { callApi } from '#local/client/call-api.ts';
import { targetOf } from '#local/client/target.ts';

const HOST = 'https://abc.execute-api.eu-west-1.amazonaws.com';
const KEYS = { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret' };

describe('the API that a command calls', () => {
  it.each([
    ['nothing is said', {}, 'http://127.0.0.1:4100'],
    [
      'this machine is named, whatever credentials there are',
      { LAPSEWATCH_URL: 'http://localhost:4200', ...KEYS },
      'http://localhost:4200',
    ],
  ])('is the local stack when %s', (_when, environment, baseUrl) => {
    expect(targetOf(environment)).toMatchObject({ baseUrl, signWith: { credentials: { accessKeyId: 'local' } } });
  });

  it('is a deployed one by its URL, signed for the region that its host names', () => {
    expect(targetOf({ LAPSEWATCH_URL: HOST, AWS_REGION: 'us-east-1', ...KEYS })).toEqual({
      baseUrl: HOST,
      signWith: { service: 'execute-api', region: 'eu-west-1', credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret' } },
    });
  });

  it('is signed for the region of the environment where it has a domain of its own', () => {
    const LAPSEWATCH_URL = 'https://lapsewatch.example';
    expect(targetOf({ LAPSEWATCH_URL, AWS_REGION: 'us-east-1', ...KEYS }).signWith.region).toBe('us-east-1');
    expect(targetOf({ LAPSEWATCH_URL, AWS_DEFAULT_REGION: 'us-east-2', ...KEYS }).signWith.region).toBe('us-east-2');
  });

  it.each([
    ['no URL', { LAPSEWATCH_URL: 'acme' }, 'LAPSEWATCH_URL is not a URL: "acme".'],
    [
      'no region',
      { LAPSEWATCH_URL: 'https://lapsewatch.example', ...KEYS },
      'Set AWS_REGION to the region of the API at lapsewatch.example.',
    ],
    ['no credentials', { LAPSEWATCH_URL: HOST }, 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'],
  ])('is refused with %s, in a sentence', (_case, environment, sentence) => {
    expect(() => targetOf(environment)).toThrow(sentence);
  });

  it('is called with the token of temporary credentials, which is signed', async () => {
    const seen: IncomingHttpHeaders[] = [];
    const server = createServer((request, response) => {
      seen.push(request.headers);
      response.end('{}');
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((listening) => server.once('listening', listening));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { signWith } = targetOf({ LAPSEWATCH_URL: HOST, AWS_SESSION_TOKEN: 'token', ...KEYS });
    await callApi({ baseUrl: `http://127.0.0.1:${port}`, signWith }, { path: '/v1/expiring?withinDays=30' });
    expect(seen[0]).toMatchObject({ 'x-amz-security-token': 'token' });
    expect(seen[0]?.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIA\/\d{8}\/eu-west-1\/execute-api\/.*SignedHeaders=[^,]*x-amz-security-token/,
    );
  });
});
