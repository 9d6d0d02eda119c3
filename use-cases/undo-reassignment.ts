import { whyNotUndo } from '#domain/reassignments/standing.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { leaveSource } from './leave-source.ts';
import type { Ports } from './ports.ts';
import type { Started } from './start-reassignment.ts';
import { type Steer, type SteerRefusal, steerReassignment } from './steer-reassignment.ts';

/**
 * R7. Puts back everybody whom a run moved and nobody changed since; `work` does it, and says of everybody else why not. Possible
 * for 72 hours after the run, and for as long as it waits for Control Hub.
 */
export function undoReassignment(ports: Ports, steer: Steer): Promise<Result<Started, SteerRefusal>> {
  return steerReassignment(ports, steer, async ({ run, stores, said }) => {
    const reason = whyNotUndo(run, said.at);
    if (reason !== undefined) return refused({ reason, status: run.status });
    const source = await leaveSource(stores, run);
    if (!source.ok) return source;
    const { endedAt: _ended, confirmedBy: _confirmed, ...rest } = run;
    return ok({
      after: { ...rest, status: 'undoing', undoneBy: said, leg: run.leg + 1 },
      action: 'undo-started',
      beside: source.value,
    });
  });
}
