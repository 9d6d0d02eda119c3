import { dayIn } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import type { Plan, PlanRequest } from '#domain/plans/plan.ts';
import { planFor } from '#domain/plans/plan-for.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { subscriptionOf } from '#domain/tenants/picture.ts';
import type { Ports, Snapshot } from './ports.ts';
import type { TenantNotFound, UnknownSubscription } from './refusals.ts';

type Asked = { readonly tenantId: TenantId; readonly request: PlanRequest };
export type PlanRefusal = TenantNotFound | UnknownSubscription;

/** P5. The plan for what is asked, from what is stored now. Writes nothing. */
export async function makePlan(
  ports: Pick<Ports, 'stores' | 'clock' | 'digest'>,
  { tenantId, request }: Asked,
): Promise<Result<Plan, PlanRefusal>> {
  const snapshot = await ports.stores.storesFor(tenantId).readSnapshot();
  return snapshot === undefined ? refused({ reason: 'tenant-not-found' }) : planFrom(ports, snapshot, request);
}

/** The plan from a snapshot that was read. */
export function planFrom(
  ports: Pick<Ports, 'clock' | 'digest'>,
  snapshot: Snapshot,
  request: PlanRequest,
): Result<Plan, UnknownSubscription> {
  const named = [request.fromSubscriptionId, ...(request.toSubscriptionId === undefined ? [] : [request.toSubscriptionId])];
  const unknown = named.find((subscriptionId) => subscriptionOf(snapshot, subscriptionId) === undefined);
  if (unknown !== undefined) return refused({ reason: 'unknown-subscription', subscriptionId: unknown });
  const today = dayIn(snapshot.tenant.timeZone, ports.clock.now());
  return ok(planFor({ picture: snapshot, request, today, digest: ports.digest }));
}
