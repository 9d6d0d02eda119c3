import type { Actor } from '#domain/audit/entry.ts';
import type { TenantId } from '#domain/ids.ts';
import type { Partner } from '#domain/partners/partner.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { audited } from './audited.ts';
import type { Ports } from './ports.ts';
import { type IfMatch, matches, type PreconditionFailed, type TenantNotFound } from './refusals.ts';
import { type Attempt, untilDecided } from './until-decided.ts';

type Put = { readonly actor: Actor; readonly tenantId: TenantId; readonly partner: Partner; readonly ifMatch: IfMatch };
type Answer = { readonly created: boolean };
type Refusal = TenantNotFound | PreconditionFailed;

/** D23. Creates or replaces a partner. What its recipients may do follows at once: it is read when they act (L5). */
export function putPartner(ports: Ports, put: Put): Promise<Result<Answer, Refusal>> {
  return untilDecided(() => attempt(ports, put));
}

async function attempt(ports: Ports, { actor, tenantId, partner, ifMatch }: Put): Promise<Attempt<Answer, Refusal>> {
  const stores = ports.stores.storesFor(tenantId);
  const [tenant, before] = await Promise.all([stores.readTenant(), stores.readPartner(partner.partnerId)]);
  if (tenant === undefined) return refused({ reason: 'tenant-not-found' });
  if (!matches(before?.revision, ifMatch)) return refused({ reason: 'precondition-failed' });
  const outcome = await stores.commit([
    { change: 'require-tenant' },
    { change: 'put-partner', partner, revision: before?.revision ?? 'absent' },
    audited(ports, actor, {
      action: before === undefined ? 'partner-created' : 'partner-replaced',
      subject: partner.partnerId,
      before,
      after: partner,
    }),
  ]);
  if (!outcome.ok) return 'lost-race';
  await ports.queues.requestCheck({ tenantId, because: 'write', requestedAt: ports.clock.now() });
  return ok({ created: before === undefined });
}
