import type { ImportId, SubscriptionId, TenantId } from '#domain/ids.ts';
import type { Import } from '#domain/imports/import.ts';
import { applyImportChunk } from './apply-import-chunk.ts';
import type { ImportJob } from './import-job.ts';
import type { Ports } from './ports.ts';
import type { Progress } from './purge-tenant.ts';

type Asked = { readonly tenantId: TenantId; readonly importId: ImportId };

/**
 * Goes on with an import where it stands, chunk after chunk while there is time. A crash at any point is continued and not
 * repeated. When it is done, a check is asked for and runs that wait for Control Hub are settled (R1); a message that comes
 * again asks again, which does no harm.
 */
export async function applyImport(ports: Ports, { tenantId, importId }: Asked, hasTime: () => boolean): Promise<Progress> {
  const stores = ports.stores.storesFor(tenantId);
  const [tenant, header] = await Promise.all([stores.readTenant(), stores.readImport(importId)]);
  if (tenant === undefined || header === undefined) return 'finished';
  const job: ImportJob = { ports, stores, tenantId, importId, actor: { who: header.startedBy, door: 'import' } };
  const columns = new Set<SubscriptionId>(header.columns);
  let current: Import | undefined = header;
  while (current?.status === 'running') {
    if (!hasTime()) return 'out-of-time';
    current = await applyImportChunk(job, current, columns);
  }
  if (current !== undefined) await tellOthers(job, current);
  return 'finished';
}

async function tellOthers({ ports, tenantId }: ImportJob, { imported, settles = [] }: Import): Promise<void> {
  if (imported > 0) await ports.queues.requestCheck({ tenantId, because: 'write', requestedAt: ports.clock.now() });
  for (const reassignmentId of settles) await ports.queues.requestWork({ job: 'settle-moves', tenantId, reassignmentId });
}
