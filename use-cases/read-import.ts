import type { ImportId, TenantId } from '#domain/ids.ts';
import type { Import } from '#domain/imports/import.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Ports } from './ports.ts';
import type { TenantNotFound } from './refusals.ts';

export type ImportNotFound = { readonly reason: 'import-not-found' };

/** How far an import is. */
export async function readImport(
  { stores }: Pick<Ports, 'stores'>,
  { tenantId, importId }: { readonly tenantId: TenantId; readonly importId: ImportId },
): Promise<Result<Import, TenantNotFound | ImportNotFound>> {
  const own = stores.storesFor(tenantId);
  const [tenant, found] = await Promise.all([own.readTenant(), own.readImport(importId)]);
  if (tenant === undefined) return refused({ reason: 'tenant-not-found' });
  return found === undefined ? refused({ reason: 'import-not-found' }) : ok(found);
}
