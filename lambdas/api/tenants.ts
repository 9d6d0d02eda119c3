import type { apiOperations } from '#contract/operations.ts';
import { fromExpiringTenant, fromListedTenant, fromTenant, toTenant } from '#contract/tenants.ts';
import { deleteTenant } from '#use-cases/delete-tenant.ts';
import { listExpiring } from '#use-cases/list-expiring.ts';
import type { Ports } from '#use-cases/ports.ts';
import { putTenant } from '#use-cases/put-tenant.ts';
import type { StoredTenant } from '#use-cases/stored.ts';
import type { Answer } from '../http/answer.ts';
import { tenantIdOf } from '../http/http-request.ts';
import { type Handlers, refuse } from '../http/router.ts';
import { pageOf } from './pages.ts';

type Routes = 'listTenants' | 'listExpiring' | 'putTenant' | 'getTenant' | 'deleteTenant';

/** The routes of tenants. */
export function tenantRoutes(ports: Ports): Handlers<Pick<typeof apiOperations, Routes>> {
  return {
    listTenants: async ({ query }) => {
      const { items, next } = await ports.stores.listTenants(pageOf(query));
      return { status: 200, body: { items: items.map(fromListedTenant), ...(next !== undefined && { next }) } };
    },
    listExpiring: async ({ query }) => {
      const { items, next } = await listExpiring(ports, { withinDays: query.withinDays, page: pageOf(query) });
      return { status: 200, body: { items: items.map(fromExpiringTenant), ...(next !== undefined && { next }) } };
    },
    putTenant: async (request) => {
      const { body, actor, ifMatch } = request;
      const missing = notAvailable(body);
      if (missing !== undefined) return refuse({ reason: 'not-available', detail: missing });
      const put = await putTenant(ports, { actor, tenant: toTenant(tenantIdOf(request), body), ifMatch });
      return put.ok ? one(put.value.tenant, put.value.created ? 201 : 200) : refuse(put.refusal);
    },
    getTenant: async (request) => {
      const tenant = await ports.stores.storesFor(tenantIdOf(request)).readTenant();
      return tenant === undefined ? refuse({ reason: 'tenant-not-found' }) : one(tenant, 200);
    },
    deleteTenant: async (request) => {
      const deleted = await deleteTenant(ports, { actor: request.actor, tenantId: tenantIdOf(request), ifMatch: request.ifMatch });
      return deleted.ok ? { status: 202 } : refuse(deleted.refusal);
    },
  };
}

function one(tenant: StoredTenant, status: 200 | 201): Answer {
  return { status, body: fromTenant(tenant), headers: { etag: `"${tenant.revision}"` } };
}

/** What the contract names and this version does not do yet. */
function notAvailable({ mode }: { readonly mode: string }): string | undefined {
  return mode === 'webex' ? 'The mode "webex" is not available yet; use "control-hub" or "book".' : undefined;
}
