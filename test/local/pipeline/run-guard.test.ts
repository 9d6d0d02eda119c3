import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runScript } from '#test/support/run-script.ts';

const NOWHERE = 'http://127.0.0.1:1';

function fileOf(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'guard-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'planned.json'), text);
  return join(folder, 'planned.json');
}

describe('npm run guard', () => {
  it.each([
    ['no file', () => [], 'npm run guard -- FILE'],
    ['a file that is not JSON', () => [fileOf('{')], 'is not JSON'],
    ['no tenant', () => [fileOf('{}')], 'Name the tenant: --tenant ID, or "tenantId" in '],
  ])('exits with 2 on %s', async (_case, args, sentence) => {
    const { code, out, said } = await runScript('pipeline/run-guard.ts', { url: NOWHERE, args: args() });
    expect([code, out, said]).toEqual([2, '', expect.stringContaining(sentence)]);
  });
});
