import { waitsForControlHub } from '#domain/reassignments/standing.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Ports } from './ports.ts';
import type { Started } from './start-reassignment.ts';
import { type Steer, type SteerRefusal, steerReassignment } from './steer-reassignment.ts';

/** R1. Somebody says that Control Hub has carried the file out. Said twice, it is still said once; `work` makes the moves true. */
export function confirmReassignment(ports: Ports, steer: Steer): Promise<Result<Started, SteerRefusal>> {
  return steerReassignment(ports, steer, async ({ run, said }) => {
    if (!waitsForControlHub(run)) return refused({ reason: 'not-now', status: run.status });
    if (run.confirmedBy !== undefined) return ok('as-it-is');
    return ok({ after: { ...run, confirmedBy: said }, action: 'reassignment-confirmed', beside: [] });
  });
}
