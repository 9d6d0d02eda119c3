import type { Actor } from '#domain/audit/entry.ts';
import type { ReassignmentId, TenantId } from '#domain/ids.ts';
import type { Reassignment } from '#domain/reassignments/reassignment.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { type Named, recordedFor, rememberFor } from './answer-once.ts';
import { audited } from './audited.ts';
import type { Ports, TenantStores } from './ports.ts';
import type { IdempotencyKeyReused, NotNow, ReassignmentNotFound, TenantNotFound } from './refusals.ts';
import type { Started } from './start-reassignment.ts';
import { type Attempt, untilDecided } from './until-decided.ts';

type Confirm = {
  readonly actor: Actor & { readonly door: 'api' | 'link' };
  readonly tenantId: TenantId;
  readonly reassignmentId: ReassignmentId;
  readonly named?: Named;
};
type Refusal = TenantNotFound | ReassignmentNotFound | NotNow | IdempotencyKeyReused;

/** R1. Somebody says that Control Hub has carried the file out. Said twice, it is still said once; `work` makes the moves true. */
export function confirmReassignment(ports: Ports, confirm: Confirm): Promise<Result<Started, Refusal>> {
  return untilDecided(() => attempt(ports, confirm));
}

async function attempt(ports: Ports, confirm: Confirm): Promise<Attempt<Started, Refusal>> {
  const { tenantId, reassignmentId, named } = confirm;
  const stores = ports.stores.storesFor(tenantId);
  const recorded = await recordedFor<Started>(stores, named);
  if (recorded !== undefined) return recorded;
  const [tenant, run] = await Promise.all([stores.readTenant(), stores.readReassignment(reassignmentId)]);
  if (tenant === undefined) return refused({ reason: 'tenant-not-found' });
  if (run === undefined) return refused({ reason: 'reassignment-not-found' });
  if (run.status !== 'awaiting-control-hub') return refused({ reason: 'not-now', status: run.status });
  return run.confirmedBy === undefined ? record({ ports, stores, confirm, run }) : ok({ reassignmentId, status: run.status });
}

type Recording = { readonly ports: Ports; readonly stores: TenantStores; readonly confirm: Confirm; readonly run: Reassignment };

async function record({ ports, stores, confirm, run }: Recording): Promise<Attempt<Started, Refusal>> {
  const { actor, tenantId, reassignmentId, named } = confirm;
  const answer: Started = { reassignmentId, status: run.status };
  const confirmedBy = { who: actor.who, door: actor.door, at: ports.clock.now() };
  const outcome = await stores.commit([
    { change: 'require-tenant' },
    { change: 'advance-reassignment', reassignment: { ...run, confirmedBy }, status: run.status, chunksDone: run.chunksDone },
    audited(ports, actor, { action: 'reassignment-confirmed', subject: reassignmentId, planHash: run.planHash }),
    ...rememberFor(ports, named, { status: 202, body: answer }),
  ]);
  if (!outcome.ok) return 'lost-race';
  await ports.queues.requestWork({ job: 'reassignment', tenantId, reassignmentId });
  return ok(answer);
}
