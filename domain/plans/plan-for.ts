import type { Day } from '../days/day.ts';
import type { TenantPicture } from '../tenants/picture.ts';
import { departureFrom } from './departure.ts';
import type { Digest, Plan, PlanRequest } from './plan.ts';
import { planOf } from './plan-of.ts';

type Asked = {
  readonly picture: TenantPicture;
  readonly request: PlanRequest;
  /** The day of the move. */
  readonly today: Day;
  readonly digest: Digest;
};

/**
 * P5. The plan that is asked for of a tenant. Same tenant, same request, same plan, same hash, in whatever order the tenant was
 * read. Writes nothing.
 * @throws Error when the tenant has no such source.
 */
export function planFor({ picture, request, today, digest }: Asked): Plan {
  const departure = departureFrom({ picture, request, today });
  return planOf({ departure, toSubscriptionId: request.toSubscriptionId, digest });
}
