import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const MODULE = fileURLToPath(import.meta.resolve('#adapters/runtime/powertools-log.ts'));

/** What a process writes that logs with these lines: the log of a function is what leaves it. */
async function linesOf(script: string, level = 'INFO'): Promise<readonly Record<string, unknown>[]> {
  const code = `import { powertoolsLog } from ${JSON.stringify(MODULE)}; const log = powertoolsLog(); ${script}`;
  const env = { ...process.env, POWERTOOLS_SERVICE_NAME: 'tick', POWERTOOLS_LOG_LEVEL: level, POWERTOOLS_DEV: '' };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { env });
  return `${stdout}${stderr}`
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

describe('the log', () => {
  it('writes one line of JSON per message, with its fields and the name of the service', async () => {
    const lines = await linesOf(`log.info('Tenants are due.', { tenants: 3 }); log.warn('Late.');`);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({ level: 'INFO', message: 'Tenants are due.', tenants: 3, service: 'tick' });
    expect(lines[1]).toMatchObject({ level: 'WARN', message: 'Late.' });
  });

  it('is as quiet as it is told', async () => {
    expect(await linesOf(`log.info('Tenants are due.'); log.warn('Late.');`, 'WARN')).toMatchObject([{ message: 'Late.' }]);
  });
});
