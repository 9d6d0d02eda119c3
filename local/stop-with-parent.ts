import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 1000;

/** Under npm, calls back when npm is gone without having passed a signal on: a killed `npm start` leaves nothing running. */
export function stopWithParent(stop: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    stop();
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** The parent, and its parent where that can be seen: npm may have put a shell in between. Orphans get another one. */
function ancestors(): string {
  return process.platform === 'linux' ? `${process.ppid} ${parentOf(process.ppid)}` : String(process.ppid);
}

/** The fourth field of `/proc/PID/stat`; the second is the program's name, in parentheses, and may hold anything. */
function parentOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? '';
  } catch (error) {
    if (error instanceof Error && 'code' in error) return 'gone';
    throw error;
  }
}
