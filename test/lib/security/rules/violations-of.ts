import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnResource, Stack, Validations } from 'aws-cdk-lib';
import * as z from 'zod';
import { LapsewatchRules } from '#lib/security/rules/lapsewatch-rules.ts';
import type { Resources } from './sound-installation.ts';

const reportSchema = z.object({
  pluginReports: z.array(
    z.object({
      pluginName: z.string(),
      violations: z.array(
        z.object({
          ruleName: z.string(),
          violatingConstructs: z.array(
            z.object({ constructPath: z.string(), cloudFormationResource: z.object({ logicalId: z.string() }).optional() }),
          ),
        }),
      ),
    }),
  ),
});
const resourceSchema = z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).optional() }).catchall(z.unknown());

/** A rule that is broken, and by which resource of the template, or else by which stack. */
export type Violation = { readonly rule: string; readonly by: string };

/** What our own rules find in resources, by the same way as in the real app: a synthesis that fails, or does not. */
export function violationsOf(resources: Resources, prepare: (stack: Stack) => void = () => undefined): readonly Violation[] {
  const folder = mkdtempSync(join(tmpdir(), 'lapsewatch-rules-'));
  const app = new App({ outdir: folder, builtinCloudFormationValidation: false });
  const stack = new Stack(app, 'Sound');
  for (const [id, body] of Object.entries(resources)) declare(stack, id, body);
  prepare(stack);
  Validations.of(app).addPlugins(new LapsewatchRules());
  try {
    return synthesizedWith(app, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function declare(stack: Stack, id: string, body: unknown): void {
  const { Type: type, Properties: properties = {}, ...rest } = resourceSchema.parse(body);
  const resource = new CfnResource(stack, id, { type, properties });
  resource.overrideLogicalId(id);
  for (const [name, value] of Object.entries(rest)) resource.addOverride(name, value);
}

/** A synthesis that fails has to have left a report that says why, and one that succeeds none with violations. */
function synthesizedWith(app: App, folder: string): readonly Violation[] {
  let refused = false;
  try {
    app.synth();
  } catch (error) {
    if (!existsSync(join(folder, 'validation-report.json'))) throw error;
    refused = true;
  }
  const found = reported(folder);
  if (refused !== found.length > 0) throw new Error(`The synthesis ${refused ? 'failed' : 'succeeded'} with ${found.length} violations.`);
  return found;
}

function reported(folder: string): readonly Violation[] {
  const { pluginReports } = reportSchema.parse(JSON.parse(readFileSync(join(folder, 'validation-report.json'), 'utf8')));
  return pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath, cloudFormationResource }) => ({
        rule: ruleName,
        by: cloudFormationResource?.logicalId ?? constructPath,
      })),
    ),
  );
}
