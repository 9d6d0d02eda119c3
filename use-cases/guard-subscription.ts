import { type Guarded, guard } from '#domain/guard/guard.ts';
import type { TenantId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Subscription } from '#domain/subscriptions/subscription.ts';
import type { Language } from '#domain/tenants/tenant.ts';
import type { Ports } from './ports.ts';
import { readContracts } from './read-contracts.ts';
import type { TenantNotFound } from './refusals.ts';

type Asked = { readonly tenantId: TenantId; readonly entered: Subscription };

/** The guard before buying, and the language in which the tenant is told. Reads only. */
export async function guardSubscription(
  ports: Pick<Ports, 'stores' | 'clock'>,
  { tenantId, entered }: Asked,
): Promise<Result<Guarded & { readonly language: Language }, TenantNotFound>> {
  const read = await readContracts(ports, tenantId);
  if (!read.ok) return read;
  return ok({ ...guard({ entered, ...read.value }), language: read.value.picture.tenant.language });
}
