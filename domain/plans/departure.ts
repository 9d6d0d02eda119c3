import type { Day } from '../days/day.ts';
import { findingsIn } from '../findings/find-all.ts';
import type { Finding } from '../findings/finding.ts';
import { type Overview, overviewOf } from '../findings/overview.ts';
import type { SubscriptionId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { subscriptionOf, type TenantPicture } from '../tenants/picture.ts';
import { candidatesFor, type Suitability } from './candidates.ts';
import type { PlanRequest } from './plan.ts';
import { type Queues, queuesOf } from './queues.ts';
import { whoMoves } from './who-moves.ts';

/**
 * Where every plan for one source begins: the tenant as it is, who stays and who leaves, and the candidates. A large tenant is
 * read once for all plans that are made of it, whichever target each has chosen.
 */
export type Departure = {
  /** What was asked for, whatever the target. */
  readonly request: Omit<PlanRequest, 'toSubscriptionId'>;
  readonly source: Subscription;
  readonly overview: Overview;
  /** P7. What is true before anybody moves. */
  readonly findings: readonly Finding[];
  readonly staying: readonly Person[];
  readonly queues: Queues;
  readonly candidates: readonly Suitability[];
};

type Asked = {
  readonly picture: TenantPicture;
  readonly request: PlanRequest;
  /** The day of the move. */
  readonly today: Day;
};

/** Reads a tenant for the plans of one source. @throws Error when the tenant has no such source. */
export function departureFrom({ picture, request: { toSubscriptionId: _, ...request }, today }: Asked): Departure {
  const source = sourceOf(picture, request.fromSubscriptionId);
  const overview = overviewOf({ picture, today });
  const { staying, leaving } = whoMoves({ overview, source, request });
  return {
    request,
    source,
    overview,
    findings: findingsIn(overview),
    staying,
    queues: queuesOf(leaving),
    candidates: candidatesFor({ picture, from: source, today }),
  };
}

function sourceOf(picture: TenantPicture, id: SubscriptionId): Subscription {
  const source = subscriptionOf(picture, id);
  if (source === undefined) throw new Error(`Tenant ${picture.tenant.tenantId} has no subscription ${id} to leave.`);
  return source;
}
