import { type Guarded, guard } from '#domain/guard/guard.ts';
import type { TenantId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Subscription } from '#domain/subscriptions/subscription.ts';
import type { Language } from '#domain/tenants/tenant.ts';
import type { Ports } from './ports.ts';
import { readPicture } from './read-picture.ts';
import type { TenantNotFound } from './refusals.ts';

type Asked = { readonly tenantId: TenantId; readonly entered: Subscription };

/** The guard before buying, and the language in which the tenant is told. Reads only. */
export async function guardSubscription(
  ports: Pick<Ports, 'stores' | 'clock'>,
  { tenantId, entered }: Asked,
): Promise<Result<Guarded & { readonly language: Language }, TenantNotFound>> {
  const read = await readPicture(ports, { tenantId });
  if (!read.ok) return read;
  const { snapshot, today } = read.value;
  return ok({ ...guard({ entered, picture: snapshot, today }), language: snapshot.tenant.language });
}
