import type { Day } from '#domain/days/day.ts';
import { dayIn } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Ports } from './ports.ts';
import type { TenantNotFound } from './refusals.ts';
import type { Snapshot } from './stored.ts';

/** A tenant as it is stored, and the local day on which to look at it. */
export type PictureOn = { readonly snapshot: Snapshot; readonly today: Day };

/** Everything stored of a tenant, with its local day (D1); another day where one is asked for. Reads only. */
export async function readPicture(
  { stores, clock }: Pick<Ports, 'stores' | 'clock'>,
  { tenantId, on }: { readonly tenantId: TenantId; readonly on?: Day | undefined },
): Promise<Result<PictureOn, TenantNotFound>> {
  const snapshot = await stores.storesFor(tenantId).readSnapshot();
  if (snapshot === undefined) return refused({ reason: 'tenant-not-found' });
  return ok({ snapshot, today: on ?? dayIn(snapshot.tenant.timeZone, clock.now()) });
}
