import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runScript } from '#test/support/run-script.ts';
import { tinyStack } from './support/tiny-stack.ts';

const ANSWER =
  'exports.handler = async ({ body, headers, rawPath }) => ({ rawPath, body, type: headers["content-type"], key: headers["idempotency-key"] });';

const api = (url: string, ...args: readonly string[]) => runScript('api.ts', { url, args });

describe('npm run api', () => {
  it('signs a call and prints status and body', async () => {
    const { url } = await tinyStack({ api: ANSWER });
    const { code, out } = await api(url, 'put', '/v1/tenants/acme?limit=1', '{"a":1}', '--key', 'k1');
    const answer = { rawPath: '/v1/tenants/acme', body: '{"a":1}', type: 'application/json', key: 'k1' };
    expect([code, out]).toEqual([0, `200 OK\n${JSON.stringify(answer, null, 2)}\n`]);
  });

  it('sends a file after an @, as its ending says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'api-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'people.csv'), 'a,b\n');
    const { url } = await tinyStack({ api: ANSWER });
    const { out } = await api(url, 'POST', '/v1/imports', `@${folder}/people.csv`);
    expect(out).toContain('"type": "text/csv"');
    expect(out).toContain('"body": "a,b\\n"');
  });

  it('exits with 1 when the API refuses', async () => {
    const { url } = await tinyStack();
    expect(await api(url, 'GET', '/nothing')).toMatchObject({ code: 1, out: expect.stringContaining('404 Not Found') });
  });

  it.each([
    ['no path', ['GET'], 'npm run api -- METHOD PATH'],
    ['an unknown option', ['GET', '/v1', '--prot', '1'], '--prot'],
    ['a stack that is not running', ['GET', '/v1', '--port', '1'], 'start it with npm start'],
    ['a file that does not exist', ['PUT', '/v1', '@nowhere.json'], 'nowhere.json'],
  ])('says what is wrong with %s', async (_case, args, sentence) => {
    const { code, said } = await api('http://127.0.0.1:1', ...args);
    expect([code, said]).toEqual([2, expect.stringContaining(sentence)]);
  });
});
