import type { Chunk, Reassignment } from '#domain/reassignments/reassignment.ts';
import { whyNotCancel } from '#domain/reassignments/standing.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Ports, TenantStores } from './ports.ts';
import type { Started } from './start-reassignment.ts';
import { type Steer, type SteerRefusal, steerReassignment } from './steer-reassignment.ts';

/**
 * R5. Stops a run between two chunks: the first one that is not finished is closed in the same transaction, and `work` goes no
 * further. Whoever has been moved stays moved. Where chunks are finished faster than this can be written, a later one is closed.
 */
export function cancelReassignment(ports: Ports, steer: Steer): Promise<Result<Started, SteerRefusal>> {
  return steerReassignment(ports, steer, async ({ run, stores, said, tried }) => {
    const reason = whyNotCancel(run);
    if (reason !== undefined) return refused({ reason, status: run.status });
    if (run.cancelledBy !== undefined) return ok('as-it-is');
    const chunk = await openChunk(stores, run, { ahead: 2 ** tried - 1 });
    if (chunk === undefined) return refused({ reason: 'too-late', status: run.status });
    const { reassignmentId } = run;
    return ok({
      after: { ...run, cancelledBy: said },
      action: 'reassignment-cancelled',
      beside: [{ change: 'cancel-chunk', reassignmentId, number: chunk.number }],
    });
  });
}

/** The first chunk of a run that is not finished, or one so far ahead of it; undefined when all are. */
async function openChunk(stores: TenantStores, run: Reassignment, { ahead }: { readonly ahead: number }): Promise<Chunk | undefined> {
  const { chunks } = await stores.readChunks(run.reassignmentId, run.chunksDone);
  const open = chunks.filter(({ results }) => results === undefined);
  return open[Math.min(ahead, open.length - 1)];
}
