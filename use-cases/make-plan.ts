import { dayIn } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import { candidateHashes } from '#domain/plans/candidate-hashes.ts';
import { type Departure, departureFrom } from '#domain/plans/departure.ts';
import type { Plan, PlanRequest } from '#domain/plans/plan.ts';
import { planOf } from '#domain/plans/plan-of.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { subscriptionOf } from '#domain/tenants/picture.ts';
import type { Ports } from './ports.ts';
import type { TenantNotFound, UnknownPerson, UnknownSubscription } from './refusals.ts';
import type { Snapshot } from './stored.ts';

type Asked = { readonly tenantId: TenantId; readonly request: PlanRequest };
type Unknown = UnknownSubscription | UnknownPerson;
export type PlanRefusal = TenantNotFound | Unknown;

/** Up to this many people times subscriptions (50,000 and 20), a plan brings its candidates' hashes: about a second more of one core. */
const MOST_TO_HASH = 1_000_000;

/** P5. The plan for what is asked, from what is stored now, each candidate with its own plan's hash. Writes nothing. */
export async function makePlan(
  ports: Pick<Ports, 'stores' | 'clock' | 'digest'>,
  { tenantId, request }: Asked,
): Promise<Result<Plan, PlanRefusal>> {
  const snapshot = await ports.stores.storesFor(tenantId).readSnapshot();
  if (snapshot === undefined) return refused({ reason: 'tenant-not-found' });
  const departure = departureIn(ports, snapshot, request);
  return departure.ok ? ok(withHashes(ports, departure.value, planned(ports, departure.value, request))) : departure;
}

function withHashes({ digest }: Pick<Ports, 'digest'>, departure: Departure, plan: Plan): Plan {
  const { people, subscriptions } = departure.overview.picture;
  if (people.length * subscriptions.length > MOST_TO_HASH) return plan;
  const hashes = candidateHashes(departure, digest);
  const candidates = plan.candidates.map((candidate) => {
    const planHash = hashes.get(candidate.subscriptionId);
    return { ...candidate, ...(planHash !== undefined && { planHash }) };
  });
  return { ...plan, candidates };
}

/** The plan from a snapshot that was read. */
export function planFrom(ports: Pick<Ports, 'clock' | 'digest'>, snapshot: Snapshot, request: PlanRequest): Result<Plan, Unknown> {
  const departure = departureIn(ports, snapshot, request);
  return departure.ok ? ok(planned(ports, departure.value, request)) : departure;
}

function planned({ digest }: Pick<Ports, 'digest'>, departure: Departure, { toSubscriptionId }: PlanRequest): Plan {
  return planOf({ departure, toSubscriptionId, digest });
}

/** Who leaves, read once for as many plans as are made of it. */
export function departureIn({ clock }: Pick<Ports, 'clock'>, snapshot: Snapshot, request: PlanRequest): Result<Departure, Unknown> {
  const { toSubscriptionId } = request;
  const named = [request.fromSubscriptionId, ...(toSubscriptionId === undefined ? [] : [toSubscriptionId])];
  const unknown = named.find((subscriptionId) => subscriptionOf(snapshot, subscriptionId) === undefined);
  if (unknown !== undefined) return refused({ reason: 'unknown-subscription', subscriptionId: unknown });
  const place = placeOfUnknown(request.people, snapshot);
  if (place >= 0) return refused({ reason: 'unknown-person', place });
  const today = dayIn(snapshot.tenant.timeZone, clock.now());
  return ok(departureFrom({ picture: snapshot, request, today }));
}

/** A name that is left out of a plan because of a slip would be somebody who is not moved. */
function placeOfUnknown(named: PlanRequest['people'] = [], { people }: Snapshot): number {
  const known = new Set(people.map(({ personId }) => personId));
  return named.findIndex((personId) => !known.has(personId));
}
