import type { Actor } from '#domain/audit/entry.ts';
import type { TenantId } from '#domain/ids.ts';
import type { Person } from '#domain/people/person.ts';
import { settledPerson } from '#domain/reassignments/move-person.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { audited } from './audited.ts';
import type { Ports, TenantStores } from './ports.ts';
import { type IfMatch, matches, type PreconditionFailed, type TenantNotFound, type UnknownSubscription } from './refusals.ts';
import { type SeatTake, seatTakes } from './seat-changes.ts';
import { type Attempt, untilDecided } from './until-decided.ts';

type Put = { readonly actor: Actor; readonly tenantId: TenantId; readonly person: Person; readonly ifMatch: IfMatch };
type Answer = { readonly created: boolean };
type Refusal = TenantNotFound | PreconditionFailed | UnknownSubscription;

/**
 * Creates or replaces a person. Seats follow in the same transaction, without a limit: Webex itself may allow more
 * holders than seats, and that is a finding (D24). New assignments that show a move as done settle it (R1).
 */
export function putPerson(ports: Ports, put: Put): Promise<Result<Answer, Refusal>> {
  return untilDecided(() => attempt(ports, put));
}

async function attempt(ports: Ports, { actor, tenantId, person: entered, ifMatch }: Put): Promise<Attempt<Answer, Refusal>> {
  const stores = ports.stores.storesFor(tenantId);
  const [tenant, before] = await Promise.all([stores.readTenant(), stores.readPerson(entered.personId)]);
  if (tenant === undefined) return refused({ reason: 'tenant-not-found' });
  if (!matches(before?.revision, ifMatch)) return refused({ reason: 'precondition-failed' });
  const person = settledPerson(entered, before);
  const seats = seatTakes(before, person);
  const outcome = await stores.commit([
    { change: 'require-tenant' },
    { change: 'put-person', person, revision: before?.revision ?? 'absent' },
    audited(ports, actor, {
      action: before === undefined ? 'person-created' : 'person-replaced',
      subject: person.personId,
      before,
      after: person,
    }),
    ...seats,
  ]);
  if (!outcome.ok) return (await firstUnknown(stores, seats)) ?? 'lost-race';
  await ports.queues.requestCheck({ tenantId, because: 'write', requestedAt: ports.clock.now() });
  if (before?.moving !== undefined && person.moving === undefined)
    await ports.queues.requestWork({ job: 'settle-moves', tenantId, reassignmentId: before.moving.reassignmentId });
  return ok({ created: before === undefined });
}

async function firstUnknown(stores: TenantStores, seats: readonly SeatTake[]): Promise<Attempt<Answer, Refusal> | undefined> {
  const known = new Set((await stores.readSubscriptions()).map(({ subscriptionId }) => subscriptionId));
  const unknown = seats.find(({ subscriptionId }) => !known.has(subscriptionId));
  return unknown && refused({ reason: 'unknown-subscription', subscriptionId: unknown.subscriptionId });
}
