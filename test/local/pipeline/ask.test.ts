import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { localTarget } from '#local/client/target.ts';
import { askOf } from '#local/pipeline/ask.ts';

/** Asks an API that gives everybody the same answer. */
async function asked(status: number, body: string): Promise<unknown> {
  const server = createServer((_request, response) => void response.writeHead(status).end(body)).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  return askOf(localTarget(String(typeof address === 'object' ? address?.port : '')))({ path: '/v1/expiring' });
}

describe('a question to the API', () => {
  it('is answered with what the API says', async () => {
    expect(await asked(200, '{"items":[]}')).toEqual({ items: [] });
  });

  it.each([
    [
      'a refusal, with each wrong field',
      400,
      JSON.stringify({ detail: 'The request is not valid.', errors: [{ path: 'withinDays', message: 'Must be a whole number of days.' }] }),
      'GET /v1/expiring was answered with 400. The request is not valid.\n  withinDays: Must be a whole number of days.',
    ],
    ['a gateway', 403, '{"message":"Forbidden"}', 'GET /v1/expiring was answered with 403. Forbidden'],
    ['something else', 502, '<html>', 'GET /v1/expiring was answered with 502. <html>'],
    ['another success', 202, '{"status":"queued"}', 'GET /v1/expiring was answered with 202.'],
    ['what is not JSON', 200, '<html>', 'not valid JSON'],
  ])('is not answered by %s', async (_what, status, body, sentence) => {
    await expect(asked(status, body)).rejects.toThrow(sentence);
  });

  it('is not answered where nothing listens', async () => {
    const sentence = 'http://127.0.0.1:1 does not answer. If it is the local stack, start it with npm start.';
    await expect(askOf(localTarget('1'))({ path: '/' })).rejects.toThrow(sentence);
  });
});
