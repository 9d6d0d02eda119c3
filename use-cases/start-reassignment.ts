import type { Actor } from '#domain/audit/entry.ts';
import { idOf, type LinkId, type ReassignmentId, type TenantId } from '#domain/ids.ts';
import type { Plan, PlanRequest } from '#domain/plans/plan.ts';
import { chunksOf, notMovingOf } from '#domain/reassignments/chunks.ts';
import { countsOfResults } from '#domain/reassignments/progress.ts';
import type { Chunk, NotMoving, Reassignment, ReassignmentStatus } from '#domain/reassignments/reassignment.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { type Named, recordedFor, rememberFor } from './answer-once.ts';
import { audited } from './audited.ts';
import type { Change } from './change.ts';
import { lockOf } from './leave-source.ts';
import { type PlanRefusal, planFrom } from './make-plan.ts';
import type { Ports, TenantStores } from './ports.ts';
import type { IdempotencyKeyReused, ReassignmentInProgress } from './refusals.ts';
import type { Snapshot, StoredSubscription } from './stored.ts';
import { type Attempt, untilDecided } from './until-decided.ts';

type Start = {
  readonly actor: Actor;
  readonly tenantId: TenantId;
  readonly request: PlanRequest;
  /** P6. What the one who confirms has seen. */
  readonly planHash: string;
  /** R8. How the request named itself, when it came through the API. */
  readonly named?: Named;
  /** L6. The link it came through: used by this run, or by nobody's. */
  readonly linkId?: LinkId;
};
export type Started = { readonly reassignmentId: ReassignmentId; readonly status: ReassignmentStatus };
/** L4. The tenant is not as it was when the plan was shown: this is the plan now. */
export type PlanChanged = { readonly reason: 'plan-changed'; readonly plan: Plan };
type Refusal = PlanRefusal | PlanChanged | ReassignmentInProgress | IdempotencyKeyReused;

/** People of the plan who do not move, in one item. */
const NOT_MOVING_PER_PAGE = 2000;
/** A transaction takes 100 items and 4 MB: a chunk has a few KB, up to 20 with the longest ids, and a full page up to 400. */
const CHUNKS_PER_COMMIT = 80;
const PAGES_PER_COMMIT = 8;

/**
 * Starts carrying a plan out, if it still is the plan that was confirmed. The chunks are written first; one transaction
 * then starts the run, takes the source's lock, uses the link, remembers the answer and appends the audit. `work` does
 * the rest.
 */
export function startReassignment(ports: Ports, start: Start): Promise<Result<Started, Refusal>> {
  return untilDecided(() => attempt(ports, start));
}

async function attempt(ports: Ports, start: Start): Promise<Attempt<Started, Refusal>> {
  const stores = ports.stores.storesFor(start.tenantId);
  const recorded = await recordedFor<Started>(stores, start.named);
  if (recorded !== undefined) return recorded;
  const snapshot = await stores.readSnapshot();
  if (snapshot === undefined) return refused({ reason: 'tenant-not-found' });
  const planned = planFrom(ports, snapshot, start.request);
  if (!planned.ok) return planned;
  const refusal = refusalOf(start, snapshot, planned.value);
  if (refusal === undefined) return begin({ ports, stores, start, snapshot, plan: planned.value });
  // R8. What stands in the way may be this very request, which came twice and was a moment faster the other time.
  return (await recordedFor<Started>(stores, start.named)) ?? refused(refusal);
}

function refusalOf({ request, planHash }: Start, snapshot: Snapshot, plan: Plan): ReassignmentInProgress | PlanChanged | undefined {
  const reassignmentId = sourceOf(snapshot, request).leavingBy;
  if (reassignmentId !== undefined) return { reason: 'reassignment-in-progress', reassignmentId };
  return plan.planHash === planHash ? undefined : { reason: 'plan-changed', plan };
}

/** @throws Error when it is not there: nobody has a plan that leaves it then. */
function sourceOf({ subscriptions }: Snapshot, { fromSubscriptionId }: PlanRequest): StoredSubscription {
  const source = subscriptions.find(({ subscriptionId }) => subscriptionId === fromSubscriptionId);
  if (source === undefined) throw new Error(`A plan leaves the subscription ${fromSubscriptionId}, which was not read with it.`);
  return source;
}

type Beginning = {
  readonly ports: Ports;
  readonly stores: TenantStores;
  readonly start: Start;
  readonly snapshot: Snapshot;
  readonly plan: Plan;
};

async function begin({ ports, stores, start, snapshot, plan }: Beginning): Promise<Attempt<Started, Refusal>> {
  const chunks = chunksOf(plan, new Map(snapshot.people.map(({ personId, revision }) => [personId, revision])));
  const reassignment = reassignmentOf({ ports, start, snapshot, plan, chunks: chunks.length });
  const { reassignmentId } = reassignment;
  await writeAhead(stores, reassignmentId, { chunks, notMoving: notMovingOf(plan) });
  const answer: Started = { reassignmentId, status: reassignment.status };
  const outcome = await stores.commit([
    { change: 'require-tenant' },
    lockOf(sourceOf(snapshot, start.request), reassignmentId),
    { change: 'start-reassignment', reassignment },
    audited(ports, start.actor, {
      action: 'reassignment-started',
      subject: reassignmentId,
      after: { request: start.request, counts: reassignment.counts },
      planHash: plan.planHash,
    }),
    ...(start.linkId === undefined ? [] : [{ change: 'use-link', linkId: start.linkId, reassignmentId, at: ports.clock.now() } as const]),
    ...rememberFor(ports, start.named, { status: 202, body: answer }),
  ]);
  if (!outcome.ok) return 'lost-race';
  await ports.queues.requestWork({ job: 'reassignment', tenantId: start.tenantId, reassignmentId });
  return ok(answer);
}

function reassignmentOf({ ports, start, snapshot, plan, chunks }: Omit<Beginning, 'stores'> & { readonly chunks: number }): Reassignment {
  const startedAt = ports.clock.now();
  return {
    reassignmentId: idOf.reassignment(ports.randomness.ulid(startedAt)),
    request: start.request,
    planHash: plan.planHash,
    mode: snapshot.tenant.mode,
    status: 'running',
    startedBy: start.actor.who,
    ...(start.linkId !== undefined && { startedByLink: start.linkId }),
    startedAt,
    leg: 0,
    chunks,
    chunksDone: 0,
    counts: countsOfResults([...notMovingOf(plan), ...plan.moves.map(() => ({ outcome: 'pending' }) as const)]),
    seatsToBuy: plan.seatsToBuy,
  };
}

type Ahead = { readonly chunks: readonly Chunk[]; readonly notMoving: readonly NotMoving[] };

/** What the run will read. Without the run's own item nobody finds these, and they leave with time (400 days). */
async function writeAhead(stores: TenantStores, reassignmentId: ReassignmentId, { chunks, notMoving }: Ahead): Promise<void> {
  const pages = slices(notMoving, NOT_MOVING_PER_PAGE).map(
    (people, page): Change => ({ change: 'put-not-moving', reassignmentId, page, people }),
  );
  const puts = chunks.map((chunk): Change => ({ change: 'put-chunk', reassignmentId, chunk }));
  const writes = [...slices(puts, CHUNKS_PER_COMMIT), ...slices(pages, PAGES_PER_COMMIT)];
  for (const changes of writes) {
    const outcome = await stores.commit(changes);
    if (!outcome.ok) throw new Error(`Chunks of reassignment ${reassignmentId} exist before it does.`);
  }
}

function slices<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
