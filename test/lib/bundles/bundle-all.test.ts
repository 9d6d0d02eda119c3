import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { bundleAll } from '#lib/bundles/bundle-all.ts';
import { FUNCTION_NAMES } from '#lib/bundles/function-names.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lapsewatch-bundles-'));
  await Promise.all([bundleAll(join(folder, 'first')), bundleAll(join(folder, 'second'))]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('The bundles', () => {
  it.each(FUNCTION_NAMES)('of %s are byte-identical when built twice', async (name) => {
    const [first, second] = await Promise.all(['first', 'second'].map((build) => readFile(join(folder, build, name, 'index.cjs'))));
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
  });

  it.each(FUNCTION_NAMES)('of %s export a handler under its name', async (name) => {
    const code = await readFile(join(folder, 'first', name, 'index.cjs'), 'utf8');
    expect(code).toMatch(/handler:\(\)=>/);
  });

  it.each(FUNCTION_NAMES)('of %s hold no path of the machine that built them', async (name) => {
    const code = await readFile(join(folder, 'first', name, 'index.cjs'), 'utf8');
    expect(code).not.toContain(process.cwd());
  });

  it('give the page to the links alone', async () => {
    const contents = await Promise.all(FUNCTION_NAMES.map(async (name) => [name, await readdir(join(folder, 'first', name))] as const));
    expect(contents.filter(([, files]) => files.includes('page.json')).map(([name]) => name)).toEqual(['links']);
  });

  it('give the page with its policy', async () => {
    const page: unknown = JSON.parse(await readFile(join(folder, 'first', 'links', 'page.json'), 'utf8'));
    expect(z.strictObject({ html: z.string(), csp: z.string() }).safeParse(page).success).toBe(true);
  });
});
