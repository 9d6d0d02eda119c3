import type { Actor } from '#domain/audit/entry.ts';
import type { TenantId } from '#domain/ids.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { audited } from './audited.ts';
import type { Ports } from './ports.ts';
import { type IfMatch, matches, type PreconditionFailed, type TenantNotFound } from './refusals.ts';
import { type Attempt, untilDecided } from './until-decided.ts';

type Delete = { readonly actor: Actor; readonly tenantId: TenantId; readonly ifMatch: IfMatch };
type Refusal = TenantNotFound | PreconditionFailed;

/** Takes a tenant out of sight at once, its links with it; `work` purges what it held, the audit stays 400 days (U1). */
export function deleteTenant(ports: Ports, request: Delete): Promise<Result<undefined, Refusal>> {
  return untilDecided(() => attempt(ports, request));
}

async function attempt(ports: Ports, { actor, tenantId, ifMatch }: Delete): Promise<Attempt<undefined, Refusal>> {
  const stores = ports.stores.storesFor(tenantId);
  const before = await stores.readTenant();
  if (before === undefined) return refused({ reason: 'tenant-not-found' });
  if (!matches(before.revision, ifMatch)) return refused({ reason: 'precondition-failed' });
  const outcome = await stores.commit([
    { change: 'hide-tenant', revision: before.revision, at: ports.clock.now() },
    audited(ports, actor, { action: 'tenant-deleted', before }),
  ]);
  if (!outcome.ok) return 'lost-race';
  await ports.queues.requestWork({ job: 'purge', tenantId });
  return ok(undefined);
}
