import type { Actor } from '#domain/audit/entry.ts';
import type { PartnerId, TenantId } from '#domain/ids.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { audited } from './audited.ts';
import type { Ports, TenantStores } from './ports.ts';
import { type IfMatch, matches, type PartnerNotFound, type PreconditionFailed, type TenantNotFound } from './refusals.ts';
import { type Attempt, untilDecided } from './until-decided.ts';

type Delete = { readonly actor: Actor; readonly tenantId: TenantId; readonly partnerId: PartnerId; readonly ifMatch: IfMatch };
/** How many recipients and subscriptions name the partner: ids of recipients may be addresses, and are not in error texts. */
type PartnerInUse = { readonly reason: 'partner-in-use'; readonly recipients: number; readonly subscriptions: number };
type Refusal = TenantNotFound | PartnerNotFound | PreconditionFailed | PartnerInUse;

/**
 * Removes a partner that nothing names any more. Whoever is entered for it at the same moment has a partner that nobody knows,
 * and so may only see (D23).
 */
export function deletePartner(ports: Ports, request: Delete): Promise<Result<undefined, Refusal>> {
  return untilDecided(() => attempt(ports, request));
}

async function attempt(ports: Ports, { actor, tenantId, partnerId, ifMatch }: Delete): Promise<Attempt<undefined, Refusal>> {
  const stores = ports.stores.storesFor(tenantId);
  const [tenant, before] = await Promise.all([stores.readTenant(), stores.readPartner(partnerId)]);
  if (tenant === undefined) return refused({ reason: 'tenant-not-found' });
  if (before === undefined) return refused({ reason: 'partner-not-found' });
  if (!matches(before.revision, ifMatch)) return refused({ reason: 'precondition-failed' });
  const named = await namedBy(stores, partnerId);
  if (named.recipients + named.subscriptions > 0) return refused({ reason: 'partner-in-use', ...named });
  const outcome = await stores.commit([
    { change: 'require-tenant' },
    { change: 'delete-partner', partnerId, revision: before.revision },
    audited(ports, actor, { action: 'partner-deleted', subject: partnerId, before }),
  ]);
  if (!outcome.ok) return 'lost-race';
  await ports.queues.requestCheck({ tenantId, because: 'write', requestedAt: ports.clock.now() });
  return ok(undefined);
}

async function namedBy(stores: TenantStores, partnerId: PartnerId): Promise<Omit<PartnerInUse, 'reason'>> {
  const [recipients, subscriptions] = await Promise.all([stores.readRecipients(), stores.readSubscriptions()]);
  const names = (each: { readonly partnerId?: PartnerId }) => each.partnerId === partnerId;
  return { recipients: recipients.filter(names).length, subscriptions: subscriptions.filter(names).length };
}
