import type { Instant } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { type Checked, checkDueTenant, checkTenant } from './check-tenant.ts';
import type { CheckPorts } from './read-situation.ts';
import type { TenantNotFound } from './refusals.ts';

export type CheckOrder = { readonly tenantId: TenantId; readonly because: 'due' | 'write'; readonly requestedAt: Instant };

/**
 * C2. Answers a message of the check queue. `moot` when a check that began after the message was sent has seen all that the
 * message stands for, so that a hundred writes cost one check; or when the morning check it asks for has been made.
 */
export async function checkWhenAsked(
  ports: CheckPorts,
  { tenantId, because, requestedAt }: CheckOrder,
): Promise<Result<Checked | 'moot', TenantNotFound>> {
  switch (because) {
    case 'due': {
      const outcome = await checkDueTenant(ports, tenantId);
      if (outcome.ok) return outcome;
      return outcome.refusal.reason === 'not-due' ? ok('moot') : refused({ reason: 'tenant-not-found' });
    }
    case 'write': {
      const tenant = await ports.stores.storesFor(tenantId).readTenant();
      const seen = tenant?.checkedAt !== undefined && tenant.checkedAt > requestedAt;
      return seen ? ok('moot') : checkTenant(ports, tenantId);
    }
  }
}
