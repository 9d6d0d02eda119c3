import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/**
 * Runs "$@" and waits on a pipe from its parent beside it: when the parent is gone, however it went, the pipe closes and
 * the process is killed.
 */
const GUARD = `
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
{ cat <&3 >/dev/null; kill -9 "$child" 2>/dev/null; } &
wait "$child"
`;

/** A child process that cannot outlive this one, not even after SIGKILL. Ending its standard input ends it. */
export type BoundProcess = ChildProcessByStdio<Writable, null, Readable>;

/** Starts a command as a bound process, out of reach of the terminal's Ctrl-C: its owner ends it. */
export function startBound(command: string, args: readonly string[]): BoundProcess {
  return spawn('sh', ['-c', GUARD, 'sh', command, ...args], { stdio: ['pipe', 'ignore', 'pipe'], detached: true });
}
