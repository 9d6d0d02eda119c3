import type { Actor, AuditAction } from '#domain/audit/entry.ts';
import type { ReassignmentId, TenantId } from '#domain/ids.ts';
import type { Reassignment, Said } from '#domain/reassignments/reassignment.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { type Named, recordedFor, rememberFor } from './answer-once.ts';
import { audited } from './audited.ts';
import type { Change } from './change.ts';
import type { Ports, TenantStores } from './ports.ts';
import type { IdempotencyKeyReused, NotNow, ReassignmentInProgress, ReassignmentNotFound, TenantNotFound, TooLate } from './refusals.ts';
import type { Started } from './start-reassignment.ts';
import type { Stored } from './stored.ts';
import { type Attempt, untilDecided } from './until-decided.ts';

/** Somebody wants something of a run that is there. */
export type Steer = {
  readonly actor: Actor & { readonly door: 'api' | 'link' };
  readonly tenantId: TenantId;
  readonly reassignmentId: ReassignmentId;
  /** R8. How the request named itself, when it came through the API. */
  readonly named?: Named;
};
export type SteerRefusal = TenantNotFound | ReassignmentNotFound | NotNow | TooLate | ReassignmentInProgress | IdempotencyKeyReused;

type Asked = {
  readonly run: Stored<Reassignment>;
  readonly stores: TenantStores;
  readonly said: Said;
  /** How often the decision has lost a race before. */
  readonly tried: number;
};
/** What the run is to become, and what else happens with it; `as-it-is` when that has been asked for before. */
type Steering = { readonly after: Reassignment; readonly action: AuditAction; readonly beside: readonly Change[] };
type Decide = (asked: Asked) => Promise<Result<Steering | 'as-it-is', NotNow | TooLate | ReassignmentInProgress>>;

/**
 * R1, R5, R7, R8. Lets somebody confirm, cancel, resume or undo a run: one transaction of the header under its revision, the
 * audit entry and the recorded answer, and an order to `work`, which does the rest.
 */
export function steerReassignment(ports: Ports, steer: Steer, decide: Decide): Promise<Result<Started, SteerRefusal>> {
  let tried = 0;
  return untilDecided(() => attempt(ports, steer, (asked) => decide({ ...asked, tried: tried++ })));
}

type Deciding = (asked: Omit<Asked, 'tried'>) => ReturnType<Decide>;

async function attempt(ports: Ports, steer: Steer, decide: Deciding): Promise<Attempt<Started, SteerRefusal>> {
  const { tenantId, reassignmentId, named, actor } = steer;
  const stores = ports.stores.storesFor(tenantId);
  const recorded = await recordedFor<Started>(stores, named);
  if (recorded !== undefined) return recorded;
  const [tenant, run] = await Promise.all([stores.readTenant(), stores.readReassignment(reassignmentId)]);
  if (tenant === undefined) return refused({ reason: 'tenant-not-found' });
  if (run === undefined) return refused({ reason: 'reassignment-not-found' });
  const decided = await decide({ run, stores, said: { who: actor.who, door: actor.door, at: ports.clock.now() } });
  if (decided.ok) {
    const recording = { ports, stores, steer, run };
    return decided.value === 'as-it-is' ? remember(recording) : record(recording, decided.value);
  }
  // R8. What stands in the way may be this very request, which came twice and was a moment faster the other time.
  return (await recordedFor<Started>(stores, named)) ?? decided;
}

type Recording = { readonly ports: Ports; readonly stores: TenantStores; readonly steer: Steer; readonly run: Stored<Reassignment> };

async function record({ ports, stores, steer, run }: Recording, { after, action, beside }: Steering): Promise<Attempt<Started, never>> {
  const { tenantId, reassignmentId, named, actor } = steer;
  const answer = startedOf(after);
  const outcome = await stores.commit([
    { change: 'require-tenant' },
    { change: 'advance-reassignment', reassignment: after, revision: run.revision },
    ...beside,
    audited(ports, actor, { action, subject: reassignmentId, planHash: run.planHash }),
    ...rememberFor(ports, named, { status: 202, body: answer }),
  ]);
  if (!outcome.ok) return 'lost-race';
  await ports.queues.requestWork({ job: 'reassignment', tenantId, reassignmentId });
  return ok(answer);
}

/** R8. What was asked for before, under another key or none: nothing happens, and the key remembers the answer. */
async function remember({ ports, stores, steer, run }: Recording): Promise<Attempt<Started, never>> {
  const answer = startedOf(run);
  const outcome = await stores.commit([{ change: 'require-tenant' }, ...rememberFor(ports, steer.named, { status: 202, body: answer })]);
  return outcome.ok ? ok(answer) : 'lost-race';
}

function startedOf({ reassignmentId, status }: Reassignment): Started {
  return { reassignmentId, status };
}
