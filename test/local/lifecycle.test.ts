import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { signedFetch } from '#local/client/signed-fetch.ts';
import { tinyStack } from './support/tiny-stack.ts';

const SCRIPT = fileURLToPath(new URL('./support/run-tiny.ts', import.meta.url));

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lifecycle-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Processes that were started with this text on their command line. */
function processesWith(words: string): readonly string[] {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(words);
      } catch {
        return false;
      }
    });
}

async function running(data: string) {
  const child = spawn(process.execPath, [SCRIPT, data], { stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [url] = await once(child.stdout.setEncoding('utf8'), 'data');
  return { child, url: String(url).trim() };
}

describe.runIf(process.platform === 'linux')('a stack that ends', () => {
  it.each<['SIGKILL' | 'SIGTERM']>([['SIGKILL'], ['SIGTERM']])('by %s leaves nothing running', async (signal) => {
    const data = dataFolder();
    const { child } = await running(data);
    expect(processesWith(`${data}/tables.db`).length).toBeGreaterThan(0);
    child.kill(signal);
    await once(child, 'exit');
    await expect.poll(() => processesWith(data), { timeout: 3000 }).toEqual([]);
  });

  it('by a crash of its database stops by itself', async () => {
    const data = dataFolder();
    const { child } = await running(data);
    for (const pid of processesWith('dynoxide')) {
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('/') && processesWith(`${data}/tables.db`).includes(pid))
        process.kill(Number(pid), 'SIGKILL');
    }
    const [code] = await once(child, 'exit');
    expect(code).toBe(1);
  });
});

describe('a stack that cannot start', () => {
  it('says that the port is in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const child = spawn(process.execPath, [SCRIPT, ':memory:', String(port)], { stdio: ['ignore', 'ignore', 'pipe'] });
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect([code, said]).toEqual([1, `Port ${port} is in use: choose another with --port, or 0 for any free one.`]);
  });

  it('says that the data is in use by another', async () => {
    const data = dataFolder();
    await running(data);
    await expect(tinyStack({}, { data })).rejects.toThrow(/in use by another Lapsewatch/);
  });
});

describe('kept data', () => {
  it('is there in the next run: the clock, what the queues hold, and the tables', async () => {
    const data = dataFolder();
    const first = await tinyStack({}, { data });
    await fetch(`${first.url}/_local/clock`, { method: 'POST', body: '{ "advanceDays": 100 }' });
    const moved = first.clock.now();
    await first.stop();
    const second = await tinyStack({}, { data });
    expect(second.clock.now() >= moved).toBe(true);
    expect((await signedFetch(second.url, { path: '/v1/x' })).status).toBe(200);
    expect(await (await fetch(`${second.url}/_local/tick`, { method: 'POST' })).json()).toMatchObject({ errors: 0 });
  });
});
