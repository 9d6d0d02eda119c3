import type { PersonId, ReassignmentId, TenantId } from '#domain/ids.ts';
import { addCounts, countsOfResults, resultsOf } from '#domain/reassignments/progress.ts';
import type { Chunk, Outcome, Reassignment } from '#domain/reassignments/reassignment.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Ports, TenantStores } from './ports.ts';
import type { ReassignmentNotFound, TenantNotFound } from './refusals.ts';

type PersonOutcome = { readonly personId: PersonId; readonly outcome: Outcome; readonly reason?: string };
/** R5, R6. A run with its live counts and what became of each person, in the order of the plan; those who do not move last. */
export type ReadRun = { readonly run: Reassignment; readonly people: readonly PersonOutcome[] };

/** One reassignment of a tenant, counted from its chunks: as far as it is at this moment. */
export async function readReassignment(
  { stores }: Pick<Ports, 'stores'>,
  { tenantId, reassignmentId }: { readonly tenantId: TenantId; readonly reassignmentId: ReassignmentId },
): Promise<Result<ReadRun, TenantNotFound | ReassignmentNotFound>> {
  const own = stores.storesFor(tenantId);
  const [tenant, run] = await Promise.all([own.readTenant(), own.readReassignment(reassignmentId)]);
  if (tenant === undefined) return refused({ reason: 'tenant-not-found' });
  if (run === undefined) return refused({ reason: 'reassignment-not-found' });
  return ok(await outcomesOf(own, run));
}

/** The outcomes of a run that was read. */
export async function outcomesOf(own: TenantStores, run: Reassignment): Promise<ReadRun> {
  const [chunks, notMoving] = await Promise.all([allChunks(own, run.reassignmentId), own.readNotMoving(run.reassignmentId)]);
  const moving = chunks.flatMap((chunk) => resultsOf(chunk).map((result, place) => outcomeOf(chunk, place, result)));
  const counts = addCounts(countsOfResults(moving), countsOfResults(notMoving));
  return { run: { ...run, counts }, people: [...moving, ...notMoving] };
}

/** Every chunk of a run, in order. */
export async function allChunks(own: TenantStores, reassignmentId: ReassignmentId): Promise<readonly Chunk[]> {
  const chunks: Chunk[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const page: Awaited<ReturnType<TenantStores['readChunks']>> = await own.readChunks(reassignmentId, from);
    chunks.push(...page.chunks);
    from = page.next;
  }
  return chunks;
}

function outcomeOf({ moves }: Chunk, place: number, { outcome, reason }: ReturnType<typeof resultsOf>[number]): PersonOutcome {
  const personId = moves[place]?.personId;
  if (personId === undefined) throw new Error('A chunk has more results than moves.');
  return { personId, outcome, ...(reason !== undefined && { reason }) };
}
