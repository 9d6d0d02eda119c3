import { idOf, type ReassignmentId } from '#domain/ids.ts';
import type { PlanRequest } from '#domain/plans/plan.ts';
import { carryOutReassignment } from '#use-cases/carry-out-reassignment.ts';
import { makePlan } from '#use-cases/make-plan.ts';
import { putPerson } from '#use-cases/put-person.ts';
import { readReassignment } from '#use-cases/read-reassignment.ts';
import { startReassignment } from '#use-cases/start-reassignment.ts';
import { ACTOR, aTenantToMove, FROM_SUB1 } from './a-tenant-to-move.ts';
import { aPerson } from './builders.ts';
import { portsOn } from './ports.ts';
import { ACME, type Bench } from './stores.ts';

const always = () => true;

/** A tenant with a Sub1 to leave, and short words for planning, starting, carrying out and looking. */
export async function tenantToMove(bench: Bench, sizes: Parameters<typeof aTenantToMove>[1] = {}) {
  const { ports, asked, setNow } = portsOn(bench);
  await aTenantToMove(ports, sizes);
  const hash = async (request: PlanRequest = FROM_SUB1) => {
    const plan = await makePlan(ports, { tenantId: ACME, request });
    if (!plan.ok) throw new Error(plan.refusal.reason);
    return plan.value.planHash;
  };
  const start = async (planHash: string, key = 'key-1', request: PlanRequest = FROM_SUB1) =>
    startReassignment(ports, {
      actor: ACTOR,
      tenantId: ACME,
      request,
      planHash,
      named: { key, requestHash: JSON.stringify([planHash, request]) },
    });
  const begin = async (request: PlanRequest = FROM_SUB1) => {
    const started = await start(await hash(request), 'key-1', request);
    if (!started.ok) throw new Error(started.refusal.reason);
    return started.value.reassignmentId;
  };
  const carryOut = (reassignmentId: ReassignmentId, hasTime = always) =>
    carryOutReassignment(ports, { tenantId: ACME, reassignmentId }, hasTime);
  const read = async (reassignmentId: ReassignmentId) => {
    const run = await readReassignment(ports, { tenantId: ACME, reassignmentId });
    if (!run.ok) throw new Error(run.refusal.reason);
    return run.value;
  };
  const free = async (id: string) => (await bench.acme().readSubscription(idOf.subscription(id)))?.free;
  const holds = async (id: string) => (await bench.acme().readPerson(idOf.person(id)))?.assignments;
  const put = (person: Parameters<typeof aPerson>[0]) =>
    putPerson(ports, { actor: ACTOR, tenantId: ACME, person: aPerson(person), ifMatch: undefined });
  return { ports, asked, setNow, hash, start, begin, carryOut, read, free, holds, put };
}
