import { describe, expect, it } from 'vitest';
import { tinyStack } from '#test/local/support/tiny-stack.ts';
import { runScript } from '#test/support/run-script.ts';

const gate = (url: string, ...args: readonly string[]) => runScript('pipeline/run-gate.ts', { url, args });
const NOWHERE = 'http://127.0.0.1:1';

describe('npm run gate', () => {
  it.each([
    ['an API that does not answer', [], `${NOWHERE} does not answer. If it is the local stack, start it with npm start.`],
    ['a number of days that is none', ['--within', 'soon'], '--within is a whole number of days, not "soon".'],
    ['an unknown option', ['--days', '3'], '--days'],
  ])('exits with 2 on %s', async (_case, args, sentence) => {
    const { code, out, said } = await gate(NOWHERE, ...args);
    expect([code, out, said]).toEqual([2, '', expect.stringContaining(sentence)]);
  });

  it('exits with 2 when the API refuses, with the reason', async () => {
    const body = { detail: 'Try again.', errors: [{ path: 'withinDays', message: 'Must be a whole number of days.' }] };
    const api = `exports.handler = async () => ({ statusCode: 500, body: ${JSON.stringify(JSON.stringify(body))} });`;
    const { url } = await tinyStack({ api });
    const { code, said } = await gate(url);
    expect([code, said]).toEqual([
      2,
      'GET /v1/expiring?withinDays=30&limit=200 was answered with 500. Try again.\n  withinDays: Must be a whole number of days.\n',
    ]);
  });
});
