import type { apiOperations } from '#contract/operations.ts';
import { fromPartner, toPartner } from '#contract/partners.ts';
import { idOf, type PartnerId, type TenantId } from '#domain/ids.ts';
import { deletePartner } from '#use-cases/delete-partner.ts';
import type { Ports } from '#use-cases/ports.ts';
import { putPartner } from '#use-cases/put-partner.ts';
import type { Answer } from '../http/answer.ts';
import { tenantIdOf } from '../http/http-request.ts';
import { type Handlers, refuse } from '../http/router.ts';
import { pageById } from './pages.ts';

type Routes = 'listPartners' | 'putPartner' | 'getPartner' | 'deletePartner';

/** The routes of partners. */
export function partnerRoutes(ports: Ports): Handlers<Pick<typeof apiOperations, Routes>> {
  return {
    listPartners: async (request) => listed(ports, tenantIdOf(request), request.query),
    putPartner: async (request) => {
      const partner = toPartner(request.params['partnerId'] ?? '', request.body);
      const put = await putPartner(ports, { actor: request.actor, tenantId: tenantIdOf(request), partner, ifMatch: request.ifMatch });
      return put.ok ? one(ports, idsOf(request), put.value.created ? 201 : 200) : refuse(put.refusal);
    },
    getPartner: (request) => one(ports, idsOf(request), 200),
    deletePartner: async (request) => {
      const deleted = await deletePartner(ports, { ...idsOf(request), actor: request.actor, ifMatch: request.ifMatch });
      return deleted.ok ? { status: 204 } : refuse(deleted.refusal);
    },
  };
}

type Ids = { readonly tenantId: TenantId; readonly partnerId: PartnerId };

function idsOf(request: { readonly params: Readonly<Record<string, string>> }): Ids {
  return { tenantId: tenantIdOf(request), partnerId: idOf.partner(request.params['partnerId'] ?? '') };
}

async function one(ports: Ports, { tenantId, partnerId }: Ids, status: 200 | 201): Promise<Answer> {
  const stores = ports.stores.storesFor(tenantId);
  const [tenant, partner] = await Promise.all([stores.readTenant(), stores.readPartner(partnerId)]);
  if (tenant === undefined) return refuse({ reason: 'tenant-not-found' });
  if (partner === undefined) return refuse({ reason: 'partner-not-found' });
  return { status, body: fromPartner(partner), headers: { etag: `"${partner.revision}"` } };
}

type Query = { readonly limit: number; readonly cursor?: string | undefined };

async function listed(ports: Ports, tenantId: TenantId, query: Query): Promise<Answer> {
  const stores = ports.stores.storesFor(tenantId);
  const [tenant, partners] = await Promise.all([stores.readTenant(), stores.readPartners()]);
  if (tenant === undefined) return refuse({ reason: 'tenant-not-found' });
  const { items, next } = pageById(partners, query, ({ partnerId }) => partnerId);
  return { status: 200, body: { items: items.map(fromPartner), ...(next !== undefined && { next }) } };
}
