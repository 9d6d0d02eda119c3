import type { Actor } from '#domain/audit/entry.ts';
import { nextCheckAt } from '#domain/checks/next-check-at.ts';
import type { Instant } from '#domain/days/instant.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Tenant } from '#domain/tenants/tenant.ts';
import { audited } from './audited.ts';
import type { Change } from './change.ts';
import type { Ports } from './ports.ts';
import { type IfMatch, matches, type PreconditionFailed } from './refusals.ts';
import type { StoredTenant } from './stored.ts';
import { type Attempt, untilDecided } from './until-decided.ts';

type Put = { readonly actor: Actor; readonly tenant: Tenant; readonly ifMatch: IfMatch };
type Answer = { readonly tenant: StoredTenant; readonly created: boolean };
/** `tenant-deleting`: one of that id was deleted and is still being purged. */
type Refusal = PreconditionFailed | { readonly reason: 'tenant-deleting' };

/**
 * Creates or replaces a tenant. A new one is due at once, so that its first tick is its first morning check; a changed
 * alert hour or zone counts from the next time it comes (C2).
 */
export function putTenant(ports: Ports, put: Put): Promise<Result<Answer, Refusal>> {
  return untilDecided(() => attempt(ports, put));
}

async function attempt(ports: Ports, { actor, tenant, ifMatch }: Put): Promise<Attempt<Answer, Refusal>> {
  const stores = ports.stores.storesFor(tenant.tenantId);
  const before = await stores.readTenant();
  if (!matches(before?.revision, ifMatch)) return refused({ reason: 'precondition-failed' });
  const now = ports.clock.now();
  const outcome = await stores.commit([
    writeOf({ tenant, before, now }),
    audited(ports, actor, { action: before === undefined ? 'tenant-created' : 'tenant-replaced', before, after: tenant }),
  ]);
  if (!outcome.ok)
    return before === undefined && (await stores.readTenant()) === undefined ? refused({ reason: 'tenant-deleting' }) : 'lost-race';
  await ports.queues.requestCheck({ tenantId: tenant.tenantId, because: 'write', requestedAt: now });
  const after = await stores.readTenant();
  if (after === undefined) return 'lost-race';
  return ok({ tenant: after, created: before === undefined });
}

function writeOf({
  tenant,
  before,
  now,
}: {
  readonly tenant: Tenant;
  readonly before: StoredTenant | undefined;
  readonly now: Instant;
}): Change {
  if (before === undefined) return { change: 'create-tenant', tenant, nextCheckAt: now };
  const next =
    before.nextCheckAt <= now ? before.nextCheckAt : nextCheckAt({ after: now, alertHour: tenant.alertHour, timeZone: tenant.timeZone });
  return { change: 'replace-tenant', tenant, revision: before.revision, from: before.nextCheckAt, nextCheckAt: next };
}
