import type { apiOperations } from '#contract/operations.ts';
import { fromRecipient, toRecipient } from '#contract/recipients.ts';
import { idOf, type RecipientId, type TenantId } from '#domain/ids.ts';
import { confirmRecipient, resendConfirmation } from '#use-cases/confirm-recipient.ts';
import { deleteRecipient } from '#use-cases/delete-recipient.ts';
import type { Ports } from '#use-cases/ports.ts';
import { putRecipient } from '#use-cases/put-recipient.ts';
import type { Answer } from '../http/answer.ts';
import { tenantIdOf } from '../http/http-request.ts';
import { type Handlers, refuse } from '../http/router.ts';
import { pageById } from './pages.ts';

type Routes = 'listRecipients' | 'putRecipient' | 'getRecipient' | 'deleteRecipient' | 'resendConfirmation' | 'confirmRecipient';
type Params = { readonly params: Readonly<Record<string, string>> };

/** The routes of recipients. */
export function recipientRoutes(ports: Ports): Handlers<Pick<typeof apiOperations, Routes>> {
  return {
    listRecipients: async (request) => listed(ports, tenantIdOf(request), request.query),
    putRecipient: async (request) => {
      const recipient = toRecipient(request.params['recipientId'] ?? '', request.body);
      const put = await putRecipient(ports, { actor: request.actor, tenantId: tenantIdOf(request), recipient, ifMatch: request.ifMatch });
      return put.ok ? one(ports, idsOf(request), put.value.created ? 201 : 200) : refuse(put.refusal);
    },
    getRecipient: (request) => one(ports, idsOf(request), 200),
    deleteRecipient: async (request) => {
      const deleted = await deleteRecipient(ports, { ...idsOf(request), actor: request.actor, ifMatch: request.ifMatch });
      return deleted.ok ? { status: 204 } : refuse(deleted.refusal);
    },
    resendConfirmation: async (request) => {
      const asked = await resendConfirmation(ports, { ...idsOf(request), channel: request.body.channel });
      return asked.ok ? { status: 202 } : refuse(asked.refusal);
    },
    confirmRecipient: async (request) => {
      const asked = await confirmRecipient(ports, { ...idsOf(request), ...request.body });
      return asked.ok ? { status: 202 } : refuse(asked.refusal);
    },
  };
}

type Ids = { readonly tenantId: TenantId; readonly recipientId: RecipientId };

function idsOf(request: Params): Ids {
  return { tenantId: tenantIdOf(request), recipientId: idOf.recipient(request.params['recipientId'] ?? '') };
}

async function one(ports: Ports, { tenantId, recipientId }: Ids, status: 200 | 201): Promise<Answer> {
  const stores = ports.stores.storesFor(tenantId);
  const [tenant, recipient] = await Promise.all([stores.readTenant(), stores.readRecipient(recipientId)]);
  if (tenant === undefined) return refuse({ reason: 'tenant-not-found' });
  if (recipient === undefined) return refuse({ reason: 'recipient-not-found' });
  return { status, body: fromRecipient(recipient), headers: { etag: `"${recipient.revision}"` } };
}

type Query = { readonly limit: number; readonly cursor?: string | undefined };

async function listed(ports: Ports, tenantId: TenantId, query: Query): Promise<Answer> {
  const stores = ports.stores.storesFor(tenantId);
  const [tenant, recipients] = await Promise.all([stores.readTenant(), stores.readRecipients()]);
  if (tenant === undefined) return refuse({ reason: 'tenant-not-found' });
  const { items, next } = pageById(recipients, query, ({ recipientId }) => recipientId);
  return { status: 200, body: { items: items.map(fromRecipient), ...(next !== undefined && { next }) } };
}
