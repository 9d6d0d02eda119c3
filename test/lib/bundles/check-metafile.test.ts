import type { Metafile } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { checkMetafile } from '#lib/bundles/check-metafile.ts';

describe('What a bundle may be made of', () => {
  it('is our sources, packages and what Node brings along', () => {
    expect(() => checkMetafile('api', aMetafile({ input: 'domain/days/day.ts', loads: 'node:crypto' }))).not.toThrow();
  });

  it.each([
    [
      'a native module',
      { input: 'node_modules/fast/build/fast.node' },
      'The bundle of api holds a native module: node_modules/fast/build/fast.node.',
    ],
    ['undici', { input: 'node_modules/undici/index.js' }, 'The bundle of api holds undici: node_modules/undici/index.js.'],
    [
      'a package that is not in the bundle',
      { loads: '@aws-sdk/client-s3' },
      'The bundle of api loads @aws-sdk/client-s3, which is not deployed with it.',
    ],
  ])('is not %s', (_what, parts, problem) => {
    expect(() => checkMetafile('api', aMetafile(parts))).toThrow(problem);
  });
});

function aMetafile({
  input = 'lambdas/api/handler.ts',
  loads = 'node:fs',
}: {
  readonly input?: string;
  readonly loads?: string;
}): Metafile {
  return {
    inputs: { [input]: { bytes: 1, imports: [] } },
    outputs: { 'index.cjs': { bytes: 1, inputs: {}, exports: [], imports: [{ path: loads, kind: 'require-call', external: true }] } },
  };
}
