import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { readJson } from './support/read-json.ts';

const SCRIPT = fileURLToPath(new URL('../../local/start.ts', import.meta.url));
const inbox = z.object({ items: z.array(z.object({ recipient: z.string(), channel: z.string(), body: z.string() })) });

async function npmStart(...args: readonly string[]) {
  const child = spawn(process.execPath, [SCRIPT, '--port', '0', '--data', ':memory:', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = text(child.stderr);
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^Lapsewatch is ready on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1];
    if (url !== undefined) return { child, url };
  }
  throw new Error(`It did not become ready: ${await said}`);
}

describe('npm start', () => {
  it('runs the stack with a sample tenant, whose recipients have mail with links that work, until Ctrl-C', {
    timeout: 60_000,
  }, async () => {
    const { child, url } = await npmStart();
    const { items } = await readJson(await fetch(`${url}/_local/inbox`), inbox);
    expect(new Set(items.map(({ recipient, channel }) => `${recipient} ${channel}`))).toEqual(
      new Set(['ada email', 'ada sms', 'bernd email', 'bernd sms', 'carol email']),
    );
    for (const { body } of items.filter(({ recipient }) => recipient !== 'carol')) {
      const [link = ''] = /http:\S+\/r\/\S+/.exec(body) ?? [];
      expect((await fetch(link)).headers.get('content-type')).toContain('text/html');
    }
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('refuses a bad option with one sentence and exit code 2', async () => {
    const child = spawn(process.execPath, [SCRIPT, '--port', 'x'], { stdio: ['ignore', 'ignore', 'pipe'] });
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect([code, said]).toEqual([2, '--port is a number from 0 to 65535, not "x".\n']);
  });
});
