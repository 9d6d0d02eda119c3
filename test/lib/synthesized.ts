import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll } from 'vitest';
import type { Bundles } from '#lib/bundles/function-names.ts';
import { type Installation, install, type Stacks } from '#lib/installation.ts';

export type Synthesized = {
  readonly app: App;
  readonly stacks: Stacks;
  readonly data: Template;
  readonly operations: Template;
  readonly service: Template;
};

/** The app as it would be deployed, but for the functions' code: what a bundle holds is tested elsewhere. */
export function synthesized(choices: Omit<Partial<Installation>, 'bundles'> = {}): Synthesized {
  const folder = mkdtempSync(join(tmpdir(), 'lapsewatch-lib-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const code = join(folder, 'code');
  mkdirSync(code);
  writeFileSync(join(code, 'index.cjs'), 'exports.handler = async () => undefined;');
  // The library's own template validation only warns, and takes longer than the rest: it is left to `cdk synth`.
  const app = new App({ outdir: join(folder, 'cdk.out'), builtinCloudFormationValidation: false });
  const stacks = install(app, { name: 'Lapsewatch', bundles: sameFor(code), ...choices });
  return {
    app,
    stacks,
    data: Template.fromStack(stacks.data),
    operations: Template.fromStack(stacks.operations),
    service: Template.fromStack(stacks.service),
  };
}

function sameFor(folder: string): Bundles {
  return { api: folder, links: folder, tick: folder, 'check-tenant': folder, deliver: folder, work: folder };
}
