import type { Actor } from '#domain/audit/entry.ts';
import type { PersonId, TenantId } from '#domain/ids.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { audited } from './audited.ts';
import type { Ports } from './ports.ts';
import { type IfMatch, matches, type PersonNotFound, type PreconditionFailed, type TenantNotFound } from './refusals.ts';
import { seatTakes } from './seat-changes.ts';
import { type Attempt, untilDecided } from './until-decided.ts';

type Delete = { readonly actor: Actor; readonly tenantId: TenantId; readonly personId: PersonId; readonly ifMatch: IfMatch };
type Refusal = TenantNotFound | PersonNotFound | PreconditionFailed;

/** Deletes a person and gives the seats back. */
export function deletePerson(ports: Ports, request: Delete): Promise<Result<undefined, Refusal>> {
  return untilDecided(() => attempt(ports, request));
}

async function attempt(ports: Ports, { actor, tenantId, personId, ifMatch }: Delete): Promise<Attempt<undefined, Refusal>> {
  const stores = ports.stores.storesFor(tenantId);
  const [tenant, before] = await Promise.all([stores.readTenant(), stores.readPerson(personId)]);
  if (tenant === undefined) return refused({ reason: 'tenant-not-found' });
  if (before === undefined) return refused({ reason: 'person-not-found' });
  if (!matches(before.revision, ifMatch)) return refused({ reason: 'precondition-failed' });
  const outcome = await stores.commit([
    { change: 'require-tenant' },
    { change: 'delete-person', personId, revision: before.revision },
    audited(ports, actor, { action: 'person-deleted', subject: personId, before }),
    ...seatTakes(before, undefined),
  ]);
  if (!outcome.ok) return 'lost-race';
  if (before.moving !== undefined) {
    await ports.queues.requestWork({ job: 'settle-moves', tenantId, reassignmentId: before.moving.reassignmentId });
  }
  await ports.queues.requestCheck({ tenantId, because: 'write', requestedAt: ports.clock.now() });
  return ok(undefined);
}
