import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { signedFetch } from '#local/client/signed-fetch.ts';
import { echo, readJson } from '../support/read-json.ts';
import { tinyStack } from '../support/tiny-stack.ts';

const BUSY = `
let running = 0;
exports.handler = async (event) => {
  if (event.rawPath === '/v1/memory') { const kept = []; for (;;) kept.push(new Array(1e6).fill(running)); }
  if (event.rawPath === '/v1/exit') process.exit(3);
  running += 1;
  const together = running;
  await new Promise((resolve) => setTimeout(resolve, 100));
  running -= 1;
  console.log('a plain line');
  return { together, thread: require('node:worker_threads').threadId };
};`;

const HUNGRY = `
exports.handler = async (event) => {
  if (event.rawPath === '/v1/heap') return Array.from({ length: 40 }, () => new Array(131072).fill(7)).length;
  if (event.rawPath === '/v1/buffer') return Buffer.alloc(100 * 1024 * 1024).length;
  return 0;
};`;

const report = z.object({ function: z.literal('Tiny-Api'), message: z.literal('REPORT'), maxMemoryMb: z.number() });
const busy = z.object({ together: z.number(), thread: z.number() });

describe('a function', () => {
  it('has the variables of the template, those of Lambda, and none of the computer', async () => {
    process.env['SECRET_OF_THE_COMPUTER'] = 'x';
    const { url } = await tinyStack({ variables: { STAGE: { 'Fn::Join': ['', ['in-', { Ref: 'AWS::Region' }]] } } });
    const { variables } = await readJson(await signedFetch(url, { path: '/v1/x' }), echo);
    expect(variables).toMatchObject({
      STAGE: 'in-eu-central-1',
      BASE_URL: url,
      AWS_REGION: 'eu-central-1',
      AWS_LAMBDA_FUNCTION_NAME: 'Tiny-Api',
    });
    expect(Object.keys(variables)).not.toContain('SECRET_OF_THE_COMPUTER');
  });

  it('is told how much time remains, whatever the clock says', async () => {
    const { url, clock } = await tinyStack();
    await fetch(`${url}/_local/clock`, { method: 'POST', body: '{ "advanceDays": 400 }' });
    const { now, remaining } = await readJson(await signedFetch(url, { path: '/v1/x' }), echo);
    expect(now.slice(0, 10)).toBe(clock.now().slice(0, 10));
    expect(remaining).toBeGreaterThan(1000);
    expect(remaining).toBeLessThanOrEqual(2000);
  });

  it('handles one event at a time in each of at most four workers', async () => {
    const { url } = await tinyStack({ api: BUSY });
    const answers = await Promise.all(Array.from({ length: 10 }, async () => readJson(await signedFetch(url, { path: '/v1/x' }), busy)));
    expect(answers.map(({ together }) => together)).toEqual(Array.from({ length: 10 }, () => 1));
    expect(new Set(answers.map(({ thread }) => thread)).size).toBeLessThanOrEqual(4);
  });

  it.each(['memory', 'exit'])('that ends for %s answers 500 and is there again for the next event', async (path) => {
    const { url } = await tinyStack({ api: BUSY });
    expect((await signedFetch(url, { path: `/v1/${path}` })).status).toBe(500);
    expect((await signedFetch(url, { path: '/v1/x' })).status).toBe(200);
  });

  it('says what it prints in the logs, a line of JSON each, with its name', async () => {
    const { url } = await tinyStack({ api: BUSY });
    await signedFetch(url, { path: '/v1/x' });
    const logs = await (await fetch(`${url}/_local/logs`)).text();
    const [said] = logs.split('\n').filter((line) => line.includes('a plain line'));
    expect(JSON.parse(said ?? '')).toEqual({ function: 'Tiny-Api', message: 'a plain line' });
  });

  it('reports the most memory it has taken so far, buffers included, whatever was freed since', async () => {
    const { url } = await tinyStack({ api: HUNGRY });
    for (const path of ['heap', 'buffer', 'nothing']) await signedFetch(url, { path: `/v1/${path}` });
    const logs = await (await fetch(`${url}/_local/logs`)).text();
    const reports = logs
      .trim()
      .split('\n')
      .map((line) => report.parse(JSON.parse(line)));
    const [heap = 0, buffer = 0, nothing = 0] = reports.map(({ maxMemoryMb }) => maxMemoryMb);
    expect([heap >= 40, buffer >= 100, buffer > heap, nothing >= buffer], JSON.stringify(reports)).toEqual([true, true, true, true]);
  });

  it('that does not find what it needs stops the start, by name', async () => {
    await expect(tinyStack({ api: "throw new Error('TABLE_NAME is missing');" })).rejects.toThrow('TABLE_NAME is missing');
    await expect(tinyStack({ api: 'exports.other = 1;' })).rejects.toThrow('exports no function handler');
  });
});
