import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { memoryLog } from '#adapters/memory/log.ts';
import type { Log } from '#use-cases/ports.ts';

const MODULE = fileURLToPath(import.meta.resolve('#adapters/runtime/powertools-log.ts'));
type Line = Readonly<Record<string, unknown>>;

/** What a process writes that logs like this: the log of a function is what leaves it. */
async function linesOfProcess(speak: (log: Log) => void, level = 'INFO'): Promise<readonly Line[]> {
  const code = `import { powertoolsLog } from ${JSON.stringify(MODULE)}; (${speak.toString()})(powertoolsLog());`;
  const env = { ...process.env, POWERTOOLS_SERVICE_NAME: 'tick', POWERTOOLS_LOG_LEVEL: level, POWERTOOLS_DEV: '' };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { env });
  return `${stdout}${stderr}`
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

async function linesInMemory(speak: (log: Log) => void): Promise<readonly Line[]> {
  const log = memoryLog();
  speak(log);
  return log.lines;
}

describe.each([
  ['of a function', linesOfProcess],
  ['in memory', linesInMemory],
])('the log %s', (_whence, linesOf) => {
  it('has one line per message, with its fields', async () => {
    const lines = await linesOf((log) => {
      log.info('Tenants are due.', { tenants: 3 });
      log.warn('Late.');
    });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({ level: 'INFO', message: 'Tenants are due.', tenants: 3 });
    expect(lines[1]).toMatchObject({ level: 'WARN', message: 'Late.' });
  });
});

describe('the log of a function', () => {
  it('names its service, and is as quiet as it is told', async () => {
    const lines = await linesOfProcess((log) => {
      log.info('Tenants are due.');
      log.warn('Late.');
    }, 'WARN');
    expect(lines).toMatchObject([{ message: 'Late.', service: 'tick' }]);
  });
});
