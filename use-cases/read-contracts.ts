import type { Day } from '#domain/days/day.ts';
import { dayIn } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { TenantPicture } from '#domain/tenants/picture.ts';
import type { Ports } from './ports.ts';
import type { TenantNotFound } from './refusals.ts';
import type { StoredSubscription, StoredTenant } from './stored.ts';

/** A tenant with its subscriptions and nobody in it, for questions about contracts alone; and its local day (D1). */
type ContractsOn = {
  readonly picture: TenantPicture & { readonly tenant: StoredTenant; readonly subscriptions: readonly StoredSubscription[] };
  readonly today: Day;
};

/** Reads the tenant and its subscriptions alone, where the whole of it may be 50,000 people. Writes nothing. */
export async function readContracts(
  { stores, clock }: Pick<Ports, 'stores' | 'clock'>,
  tenantId: TenantId,
): Promise<Result<ContractsOn, TenantNotFound>> {
  const own = stores.storesFor(tenantId);
  const [tenant, subscriptions] = await Promise.all([own.readTenant(), own.readSubscriptions()]);
  if (tenant === undefined) return refused({ reason: 'tenant-not-found' });
  return ok({ picture: { tenant, subscriptions, people: [], partners: [], recipients: [] }, today: dayIn(tenant.timeZone, clock.now()) });
}
