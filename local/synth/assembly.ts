import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type StackTemplate, templateSchema } from '#local/template/stack-template.ts';

const manifestSchema = z.object({
  artifacts: z.record(z.string(), z.object({ type: z.string(), properties: z.record(z.string(), z.unknown()).optional() })),
});
const stackSchema = z.object({ templateFile: z.string() });
const assetsSchema = z.object({ files: z.record(z.string(), z.object({ source: z.object({ path: z.string().optional() }) })).default({}) });

/** What a synthesis left in its folder: the stacks' templates and where each asset's files are. */
export type Assembly = {
  readonly stacks: readonly StackTemplate[];
  /** The folder of the asset whose `Code.S3Key` this is. @throws Error when no stack has it. */
  readonly assetFolder: (s3Key: string) => string;
};

export function readAssembly(folder: string): Assembly {
  const { artifacts } = manifestSchema.parse(readJson(join(folder, 'manifest.json')));
  const stackIds = Object.keys(artifacts).filter((id) => artifacts[id]?.type === 'aws:cloudformation:stack');
  const stacks = stackIds.map((stackId): StackTemplate => {
    const { templateFile } = stackSchema.parse(artifacts[stackId]?.properties);
    return { stackId, template: templateSchema.parse(readJson(join(folder, templateFile))) };
  });
  const assets = new Map(stackIds.flatMap((stackId) => assetsOf(folder, stackId)));
  return {
    stacks,
    assetFolder: (s3Key) => {
      const path = assets.get(s3Key.replace(/\.zip$/, ''));
      if (path === undefined) throw new Error(`No synthesized stack has the asset ${s3Key}.`);
      return join(folder, path);
    },
  };
}

function assetsOf(folder: string, stackId: string): readonly (readonly [string, string])[] {
  const { files } = assetsSchema.parse(readJson(join(folder, `${stackId}.assets.json`)));
  return Object.entries(files).flatMap(([hash, { source }]) => (source.path === undefined ? [] : [[hash, source.path] as const]));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
