import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Assembly } from '#local/synth/assembly.ts';
import type { Resource } from '#local/template/stack-template.ts';
import type { TemplateReader } from '#local/template/template-reader.ts';

/** A deployed function, as the template describes it. */
export type FunctionDefinition = {
  readonly name: string;
  readonly arn: string;
  /** Says what it may do. */
  readonly roleArn: string;
  /** The bundle's file, and the name of the export that is called. */
  readonly file: string;
  readonly handler: string;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly environment: Readonly<Record<string, string>>;
};

const functionSchema = z.object({
  Handler: z.string(),
  Role: z.string(),
  Code: z.object({ S3Key: z.string() }),
  // Lambda's own defaults.
  MemorySize: z.number().default(128),
  Timeout: z.number().default(3),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }).default({ Variables: {} }),
});

/** Reads what the template says of each function. @throws Error that names the function when a part is not understood. */
export function functionDefinitions(reader: TemplateReader, assembly: Assembly): readonly FunctionDefinition[] {
  return reader.resourcesOf('AWS::Lambda::Function').map((resource) => definitionOf(resource, reader, assembly));
}

function definitionOf(resource: Resource, reader: TemplateReader, assembly: Assembly): FunctionDefinition {
  const { Handler, Role, Code, MemorySize, Timeout, Environment } = functionSchema.parse(reader.propertiesOf(resource));
  const [path = '', handler = ''] = splitHandler(Handler);
  return {
    name: reader.nameOf(resource),
    arn: reader.attributeOf(resource, 'Arn'),
    roleArn: Role,
    file: bundleFile(assembly.assetFolder(Code.S3Key), path),
    handler,
    memoryMb: MemorySize,
    timeoutMs: Timeout * 1000,
    environment: Environment.Variables,
  };
}

/** `index.handler`: the file without its ending, then the export after the last dot. */
function splitHandler(handler: string): readonly string[] {
  const dot = handler.lastIndexOf('.');
  return [handler.slice(0, dot), handler.slice(dot + 1)];
}

function bundleFile(folder: string, path: string): string {
  const file = ['.cjs', '.js'].map((ending) => join(folder, `${path}${ending}`)).find((candidate) => existsSync(candidate));
  if (file === undefined) throw new Error(`The bundle ${folder} has no ${path}.js and no ${path}.cjs.`);
  return file;
}
