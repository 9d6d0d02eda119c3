import { instantOf, millisecondsOf } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import type { PersonEntry } from '#domain/imports/import.ts';
import { aFullAdmin, agents, aSubscription, aTenant } from '#test/support/builders.ts';
import { applyImport } from '#use-cases/apply-import.ts';
import { carryOutReassignment } from '#use-cases/carry-out-reassignment.ts';
import { checkTenant } from '#use-cases/check-tenant.ts';
import { deliverOutboxItem } from '#use-cases/deliver-outbox-item.ts';
import { makePlan } from '#use-cases/make-plan.ts';
import { putRecipient } from '#use-cases/put-recipient.ts';
import { putSubscription } from '#use-cases/put-subscription.ts';
import { putTenant } from '#use-cases/put-tenant.ts';
import { runTick } from '#use-cases/run-tick.ts';
import { startImport } from '#use-cases/start-import.ts';
import { startReassignment } from '#use-cases/start-reassignment.ts';
import type { MeasuredStores, Units } from './measured-stores.ts';

/** What one tenant asks of the table, by occasion. */
export type TenantCosts = {
  /** Everybody entered, by an import. */
  readonly firstImport: Units;
  /** The same import when nothing has changed. */
  readonly sameImport: Units;
  /** A tick that finds this tenant due. */
  readonly tick: Units;
  /** The check of a morning on which nobody is told anything. */
  readonly quietCheck: Units;
  /** The check of a morning on which two recipients are warned. */
  readonly tellingCheck: Units;
  /** One warning taken from the outbox to SNS. */
  readonly delivery: Units;
  /** Everybody on the ending subscription moved, in mode `book`. */
  readonly move: Units;
};

const TENANT = idOf.tenant('acme');
const ACTOR = { who: 'bench', door: 'api' } as const;
const DAY_MS = 86_400_000;

/** Lives through the occasions with one tenant, a third of whose people are on a subscription that ends soon. */
export async function tenantCosts(measured: MeasuredStores, people: number): Promise<TenantCosts> {
  const { ports, costOf, setNow } = measured;
  await enterContracts(measured, people);
  const firstImport = await costOf(() => importPeople(measured, people));
  const sameImport = await costOf(() => importPeople(measured, people));
  await checkTenant(ports, TENANT);
  await enterRecipients(measured);
  const tick = await costOf(() => runTick(laterBy(measured, 1)));
  const tellingCheck = await costOf(() => checkTenant(ports, TENANT));
  const [first, ...others] = measured.unsent().slice(-2);
  const delivery = await costOf(() => deliver(measured, first));
  for (const each of others) await deliver(measured, each);
  setNow(instantOf(millisecondsOf(ports.clock.now()) + DAY_MS));
  const quietCheck = await costOf(() => checkTenant(ports, TENANT));
  return { firstImport, sameImport, tick, quietCheck, tellingCheck, delivery, move: await costOf(() => moveEverybody(measured)) };
}

/** As long ahead as the tenant is due again. */
function laterBy({ ports, setNow }: MeasuredStores, days: number): MeasuredStores['ports'] {
  setNow(instantOf(millisecondsOf(ports.clock.now()) + days * DAY_MS));
  return ports;
}

async function enterContracts({ ports }: MeasuredStores, people: number): Promise<void> {
  await putTenant(ports, { actor: ACTOR, tenant: aTenant({ mode: 'book', heartbeat: false }), ifMatch: undefined });
  const seats = { 'premium-agent': people, 'standard-agent': people };
  const terms = [
    { subscriptionId: 'Sub1', startsOn: '2024-01-01', expiresOn: '2026-12-20' },
    { subscriptionId: 'Sub2', startsOn: '2025-01-01', expiresOn: '2028-06-01' },
    { subscriptionId: 'Sub3', startsOn: '2026-01-01', expiresOn: '2029-01-01' },
  ];
  for (const each of terms)
    await putSubscription(ports, { actor: ACTOR, tenantId: TENANT, subscription: aSubscription({ ...each, seats }), ifMatch: undefined });
}

async function importPeople({ ports }: MeasuredStores, people: number): Promise<void> {
  const everybody = [aFullAdmin({ holds: { Sub2: 'premium-agent' } }), ...agents(people - 1)];
  const entries = everybody.map((person, index): PersonEntry => {
    const subscriptionId = idOf.subscription(index % 3 === 1 ? 'Sub1' : 'Sub2');
    return {
      path: `people[${index}]`,
      person: { ...person, assignments: [{ subscriptionId, kind: index === 0 ? 'premium-agent' : 'standard-agent' }] },
    };
  });
  const input = { from: 'entries', subscriptions: [], people: entries, rejected: [] } as const;
  const started = await startImport(ports, { actor: ACTOR, tenantId: TENANT, input, dryRun: false });
  if (!started.ok) throw new Error(`The import was refused: ${started.refusal.reason}.`);
  await applyImport(ports, { tenantId: TENANT, importId: started.value.importId }, () => true);
}

async function enterRecipients(measured: MeasuredStores): Promise<void> {
  for (const id of ['anna', 'bernd']) {
    const recipient = {
      recipientId: idOf.recipient(id),
      name: id,
      language: 'en',
      email: `${id}@acme.example`,
      mayAct: true,
      escalation: false,
    } as const;
    await putRecipient(measured.ports, { actor: ACTOR, tenantId: TENANT, recipient, ifMatch: undefined });
  }
  for (const outboxId of measured.unsent()) await deliver(measured, outboxId);
}

async function deliver(
  { ports }: MeasuredStores,
  outboxId: MeasuredStores['unsent'] extends () => readonly (infer Id)[] ? Id | undefined : never,
): Promise<void> {
  if (outboxId === undefined) throw new Error('Nobody was told anything, so there is nothing to deliver.');
  await deliverOutboxItem(ports, { outboxId, owner: 'bench' });
}

async function moveEverybody({ ports }: MeasuredStores): Promise<void> {
  const request = { fromSubscriptionId: idOf.subscription('Sub1'), acceptOverage: false, acceptUpgrade: false };
  const plan = await makePlan(ports, { tenantId: TENANT, request });
  if (!plan.ok) throw new Error(`There is no plan: ${plan.refusal.reason}.`);
  const started = await startReassignment(ports, { actor: ACTOR, tenantId: TENANT, request, planHash: plan.value.planHash });
  if (!started.ok) throw new Error(`The run did not start: ${started.refusal.reason}.`);
  await carryOutReassignment(ports, { tenantId: TENANT, reassignmentId: started.value.reassignmentId }, () => true);
}
