import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '#local/is-running.ts';

const NAME = /^lapsewatch-(\d+)-\d+$/;
let made = 0;

/** A folder for one run's synthesis. Those that crashed runs left behind are removed on the way. */
export function scratchFolder(): string {
  for (const name of readdirSync(tmpdir())) {
    const pid = NAME.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
  made += 1;
  const folder = join(tmpdir(), `lapsewatch-${process.pid}-${made}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
