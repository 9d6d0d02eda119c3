import { whyNotResume } from '#domain/reassignments/standing.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { leaveSource } from './leave-source.ts';
import type { Ports } from './ports.ts';
import type { Started } from './start-reassignment.ts';
import { type Steer, type SteerRefusal, steerReassignment } from './steer-reassignment.ts';

/**
 * R5. Lets a run that stopped by its errors go on with those whom it had not reached. Its errors are counted anew. Whoever failed
 * stays where he or she is: a new plan knows the seats there are now.
 */
export function resumeReassignment(ports: Ports, steer: Steer): Promise<Result<Started, SteerRefusal>> {
  return steerReassignment(ports, steer, async ({ run, stores, said }) => {
    const reason = whyNotResume(run);
    if (reason !== undefined) return refused({ reason, status: run.status });
    const source = await leaveSource(stores, run);
    if (!source.ok) return source;
    const { endedAt: _ended, confirmedBy: _confirmed, ...rest } = run;
    return ok({
      after: { ...rest, status: 'running', resumedBy: { ...said, from: run.counts }, leg: run.leg + 1 },
      action: 'reassignment-resumed',
      beside: source.value,
    });
  });
}
