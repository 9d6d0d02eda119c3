import { dayIn } from '#domain/days/instant.ts';
import type { PersonId, TenantId } from '#domain/ids.ts';
import { candidateHashes } from '#domain/plans/candidate-hashes.ts';
import type { Plan, PlanRequest } from '#domain/plans/plan.ts';
import { planFor } from '#domain/plans/plan-for.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { subscriptionOf } from '#domain/tenants/picture.ts';
import type { Ports } from './ports.ts';
import type { TenantNotFound, UnknownPerson, UnknownSubscription } from './refusals.ts';
import type { Snapshot } from './stored.ts';

type Asked = { readonly tenantId: TenantId; readonly request: PlanRequest };
export type PlanRefusal = TenantNotFound | UnknownSubscription | UnknownPerson;

/** Up to this many people times subscriptions, a plan brings its candidates' hashes: about a second more of one core. */
const MOST_TO_HASH = 250_000;

/** P5. The plan for what is asked, from what is stored now, each candidate with its own plan's hash. Writes nothing. */
export async function makePlan(
  ports: Pick<Ports, 'stores' | 'clock' | 'digest'>,
  { tenantId, request }: Asked,
): Promise<Result<Plan, PlanRefusal>> {
  const snapshot = await ports.stores.storesFor(tenantId).readSnapshot();
  if (snapshot === undefined) return refused({ reason: 'tenant-not-found' });
  const plan = planFrom(ports, snapshot, request);
  return plan.ok ? ok(withHashes(ports, snapshot, plan.value)) : plan;
}

function withHashes({ clock, digest }: Pick<Ports, 'clock' | 'digest'>, snapshot: Snapshot, plan: Plan): Plan {
  if (snapshot.people.length * snapshot.subscriptions.length > MOST_TO_HASH) return plan;
  const today = dayIn(snapshot.tenant.timeZone, clock.now());
  const hashes = candidateHashes({ picture: snapshot, request: plan.request, today, digest });
  const candidates = plan.candidates.map((candidate) => {
    const planHash = hashes.get(candidate.subscriptionId);
    return { ...candidate, ...(planHash !== undefined && { planHash }) };
  });
  return { ...plan, candidates };
}

/** The plan from a snapshot that was read. */
export function planFrom(
  ports: Pick<Ports, 'clock' | 'digest'>,
  snapshot: Snapshot,
  request: PlanRequest,
): Result<Plan, UnknownSubscription | UnknownPerson> {
  const named = [request.fromSubscriptionId, ...(request.toSubscriptionId === undefined ? [] : [request.toSubscriptionId])];
  const unknown = named.find((subscriptionId) => subscriptionOf(snapshot, subscriptionId) === undefined);
  if (unknown !== undefined) return refused({ reason: 'unknown-subscription', subscriptionId: unknown });
  const nobody = unknownAmong(request.people, snapshot);
  if (nobody !== undefined) return refused({ reason: 'unknown-person', personId: nobody });
  const today = dayIn(snapshot.tenant.timeZone, ports.clock.now());
  return ok(planFor({ picture: snapshot, request, today, digest: ports.digest }));
}

/** A name that is left out of a plan because of a slip would be somebody who is not moved. */
function unknownAmong(named: PlanRequest['people'], { people }: Snapshot): PersonId | undefined {
  if (named === undefined) return undefined;
  const known = new Set(people.map(({ personId }) => personId));
  return named.find((personId) => !known.has(personId));
}
