import { confirmReassignment } from '#use-cases/confirm-reassignment.ts';
import { putSubscription } from '#use-cases/put-subscription.ts';
import type { Steer } from '#use-cases/steer-reassignment.ts';
import { undoReassignment } from '#use-cases/undo-reassignment.ts';
import { tenantToMove } from './a-run.ts';
import { ACTOR } from './a-tenant-to-move.ts';
import { aSubscription, assignmentsOf } from './builders.ts';
import { ACME, type Bench } from './stores.ts';

type Tenant = Awaited<ReturnType<typeof tenantToMove>>;
type Sizes = Parameters<typeof tenantToMove>[1];

/** What an agent holds who was put back, and who was moved. */
export const ON_SUB1 = assignmentsOf({ Sub1: 'standard-agent' });
export const ON_SUB2 = assignmentsOf({ Sub2: 'standard-agent' });

/** Makes a tenant whose people have been moved (or are on the way), with words for undoing that. */
export function movedTenantOn(bench: Bench) {
  return async (sizes: Sizes = {}, before?: (tenant: Tenant) => Promise<unknown>) => {
    const tenant = await tenantToMove(bench, sizes);
    await before?.(tenant);
    const id = await tenant.begin();
    await tenant.carryOut(id);
    const named = (key?: string): Steer => ({
      actor: ACTOR,
      tenantId: ACME,
      reassignmentId: id,
      ...(key !== undefined && { named: { key, requestHash: key } }),
    });
    const undo = (key?: string) => undoReassignment(tenant.ports, named(key));
    const undone = async () => {
      await undo();
      await tenant.carryOut(id);
      return tenant.read(id);
    };
    const confirmed = async () => {
      await confirmReassignment(tenant.ports, named());
      await tenant.carryOut(id);
      return tenant.read(id);
    };
    return { ...tenant, id, undo, undone, confirmed };
  };
}

/** Both subscriptions with other commitments than they had. */
export async function withSeats({ ports }: Tenant, seats: Readonly<Record<string, number>>): Promise<void> {
  const Sub1 = aSubscription({ subscriptionId: 'Sub1', expiresOn: '2027-01-01', seats });
  const Sub2 = aSubscription({ subscriptionId: 'Sub2', startsOn: '2026-06-01', expiresOn: '2029-06-01', seats });
  for (const subscription of [Sub1, Sub2]) await putSubscription(ports, { actor: ACTOR, tenantId: ACME, subscription, ifMatch: undefined });
}

/** What became of one person of a run. */
export function outcomeOf({ people }: Awaited<ReturnType<Tenant['read']>>, id: string) {
  return people.find(({ personId }) => personId === id);
}
