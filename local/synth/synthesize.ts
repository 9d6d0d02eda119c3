import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const APP = fileURLToPath(new URL('../../bin/lapsewatch.ts', import.meta.url));

/**
 * Synthesizes the CDK app into a folder, in a process of its own. The library's own template validation is left to
 * `cdk synth`: it would take longer than everything else here.
 * @throws Error with what the app said when the synthesis fails.
 */
export async function synthesize(folder: string): Promise<void> {
  const child = spawn(process.execPath, [APP], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, CDK_OUTDIR: folder, CDK_VALIDATION: 'false' },
  });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  if (code !== 0) throw new Error(`The CDK app could not be synthesized:\n${said}`);
}
