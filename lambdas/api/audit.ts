import type { apiOperations } from '#contract/operations.ts';
import type { Ports } from '#use-cases/ports.ts';
import { verifyAudit } from '#use-cases/verify-audit.ts';
import { tenantIdOf } from '../http/http-request.ts';
import { type Handlers, refuse } from '../http/router.ts';
import { pageOf } from './pages.ts';

type Routes = 'listAudit' | 'verifyAudit';

/** The routes of the audit: what was done, and whether it is as it was written. */
export function auditRoutes(ports: Ports): Handlers<Pick<typeof apiOperations, Routes>> {
  return {
    listAudit: async (request) => {
      const stores = ports.stores.storesFor(tenantIdOf(request));
      const entries = await stores.listAudit(pageOf(request.query));
      // U1: the audit outlives its tenant, so only one that has none is unknown.
      if (entries.items.length === 0 && (await stores.readTenant()) === undefined) return refuse({ reason: 'tenant-not-found' });
      return { status: 200, body: entries };
    },
    verifyAudit: async (request) => {
      const verified = await verifyAudit(ports, { tenantId: tenantIdOf(request), from: request.query.from });
      return verified.ok ? { status: 200, body: verified.value } : refuse(verified.refusal);
    },
  };
}
