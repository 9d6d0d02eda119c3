import { type Instant, millisecondsOf } from '../days/instant.ts';
import type { Reassignment } from './reassignment.ts';

/** L5. How long after its end a run can be undone, in hours; one that still waits for Control Hub can be undone for as long as it does. */
const UNDO_HOURS = 72;

/** Why something cannot be done with a run: its time has passed, or the state it is in does not allow it (yet). */
export type RunRefusal = 'too-late' | 'not-now';

/** A4. Whether `work` still has something to do for a run: it is swept until it has not. */
export function awaitsWork(run: Reassignment): boolean {
  return run.status === 'running' || run.status === 'undoing' || (waitsForControlHub(run) && run.confirmedBy !== undefined);
}

/** R1. Whether people of the run are `moving`, so that files, an import or somebody's word can still say what became of them. */
export function waitsForControlHub({ status, counts }: Reassignment): boolean {
  return (status === 'awaiting-control-hub' || status === 'stopped' || status === 'cancelled') && (counts.moving ?? 0) > 0;
}

/** R5. A run is cancelled between two chunks, so while it moves people. Who asks a second time is late for nothing. */
export function whyNotCancel({ status }: Reassignment): RunRefusal | undefined {
  if (status === 'running') return undefined;
  return status === 'undoing' ? 'not-now' : 'too-late';
}

/** R5. A run goes on after it stopped by itself; what was cancelled or undone does not. */
export function whyNotResume(run: Reassignment): RunRefusal | undefined {
  return run.status === 'stopped' && run.chunksDone < run.chunks && !awaitsWork(run) ? undefined : 'not-now';
}

/** R7, L5. A run that has ended can be undone once, for 72 hours, or for as long as it waits for Control Hub. */
export function whyNotUndo(run: Reassignment, now: Instant): RunRefusal | undefined {
  if (awaitsWork(run) || run.undoneBy !== undefined || run.endedAt === undefined) return 'not-now';
  if (revertible(run) === 0) return 'not-now';
  if (waitsForControlHub(run)) return undefined;
  return millisecondsOf(now) - millisecondsOf(run.endedAt) < UNDO_HOURS * 3_600_000 ? undefined : 'too-late';
}

/** R7. How many people an undo would try to put back. */
function revertible({ counts }: Reassignment): number {
  return (counts.moved ?? 0) + (counts['already-there'] ?? 0) + (counts.moving ?? 0);
}
