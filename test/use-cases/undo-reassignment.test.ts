import { describe, expect, it } from 'vitest';
import type { ReassignmentId } from '#domain/ids.ts';
import { tenantToMove } from '#test/support/a-run.ts';
import { ACTOR } from '#test/support/a-tenant-to-move.ts';
import { aSubscription, assignmentsOf } from '#test/support/builders.ts';
import { ACME, momentOf, storesInMemory } from '#test/support/stores.ts';
import { confirmReassignment } from '#use-cases/confirm-reassignment.ts';
import { controlHubFile } from '#use-cases/control-hub-file.ts';
import { putSubscription } from '#use-cases/put-subscription.ts';
import { settleMoves } from '#use-cases/settle-moves.ts';
import type { Steer } from '#use-cases/steer-reassignment.ts';
import { undoReassignment } from '#use-cases/undo-reassignment.ts';

const bench = storesInMemory();

/** A tenant whose people have been moved (or are on the way), and words for undoing that. */
async function moved(sizes: Parameters<typeof tenantToMove>[1] = {}, before?: (tenant: Tenant) => Promise<unknown>) {
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
}
type Tenant = Awaited<ReturnType<typeof tenantToMove>>;

/** Both subscriptions with other commitments than they had. */
async function withSeats({ ports }: Tenant, seats: Readonly<Record<string, number>>): Promise<void> {
  const Sub1 = aSubscription({ subscriptionId: 'Sub1', expiresOn: '2027-01-01', seats });
  const Sub2 = aSubscription({ subscriptionId: 'Sub2', startsOn: '2026-06-01', expiresOn: '2029-06-01', seats });
  for (const subscription of [Sub1, Sub2]) await putSubscription(ports, { actor: ACTOR, tenantId: ACME, subscription, ifMatch: undefined });
}

const outcomeOf = ({ people }: Awaited<ReturnType<Tenant['read']>>, id: string) => people.find(({ personId }) => personId === id);
const ON_SUB1 = assignmentsOf({ Sub1: 'standard-agent' });
const ON_SUB2 = assignmentsOf({ Sub2: 'standard-agent' });

describe('R7 the undo of a run in the mode book', () => {
  it('puts everybody back, takes the old seats and gives back the new ones', async () => {
    const { undone, holds, free } = await moved();
    const { run } = await undone();
    expect([run.status, run.counts, run.undoneBy?.who]).toEqual(['undone', { reverted: 4 }, ACTOR.who]);
    expect(await holds('agent-0001')).toEqual(ON_SUB1);
    expect([await free('Sub1'), await free('Sub2')]).toEqual([
      { 'premium-agent': 0, 'standard-agent': 0 },
      { 'premium-agent': 1, 'standard-agent': 3 },
    ]);
  });

  it('U1 has one audit entry for who asked, and one for each chunk', async () => {
    const { undone } = await moved({ people: 100 });
    await undone();
    const { items } = await bench.acme().listAudit({ limit: 50 });
    const actions = items.map(({ action }) => action);
    expect(actions.filter((action) => action === 'undo-started')).toHaveLength(1);
    expect(actions.filter((action) => action === 'people-put-back')).toHaveLength(3);
  });

  it('goes on where the time ran out, and puts nobody back twice', async () => {
    const { undo, carryOut, read, free, id } = await moved({ people: 200 });
    await undo();
    const time = [true];
    expect(await carryOut(id, () => time.pop() ?? false)).toBe('out-of-time');
    const half = (await read(id)).run;
    expect([half.status, half.counts]).toEqual(['undoing', { reverted: 96, moved: 105 }]);
    expect(await carryOut(id)).toBe('finished');
    expect((await read(id)).run.counts).toEqual({ reverted: 201 });
    expect(await free('Sub1')).toEqual({ 'premium-agent': 0, 'standard-agent': 0 });
  });

  it('is carried out once when its message comes twice at the same time', async () => {
    const { undo, carryOut, read, free, id } = await moved({ people: 120 });
    await undo();
    await Promise.all([carryOut(id), carryOut(id)]);
    await carryOut(id);
    expect((await read(id)).run).toMatchObject({ status: 'undone', counts: { reverted: 121 } });
    expect(await free('Sub2')).toEqual({ 'premium-agent': 1, 'standard-agent': 120 });
  });

  it('leaves alone who was moved on since, and says so', async () => {
    const { undone, put, holds } = await moved();
    await put({ personId: 'agent-0002', holds: { Sub2: 'premium-agent' } });
    const read = await undone();
    expect(outcomeOf(read, 'agent-0002')).toEqual({ personId: 'agent-0002', outcome: 'moved', reason: 'changed-since' });
    expect(read.run.counts).toEqual({ reverted: 3, moved: 1 });
    expect(await holds('agent-0002')).toEqual(assignmentsOf({ Sub2: 'premium-agent' }));
  });

  it('puts somebody back whose name or department has changed: the licence has not', async () => {
    const { undone, put, holds } = await moved();
    await put({ personId: 'agent-0002', name: 'Maria Neumann', department: 'Sales', holds: { Sub2: 'standard-agent' } });
    expect((await undone()).run.counts).toEqual({ reverted: 4 });
    expect(await holds('agent-0002')).toEqual(ON_SUB1);
  });

  it('puts nobody back on a subscription that has lapsed meanwhile', async () => {
    const { undone, holds, setNow } = await moved({}, async (tenant) => tenant.setNow(momentOf('2026-12-30T12:00:00.000Z')));
    setNow(momentOf('2027-01-01T12:00:00.000Z'));
    const read = await undone();
    expect(read.run).toMatchObject({ status: 'undone', counts: { moved: 4 } });
    expect(outcomeOf(read, 'agent-0001')).toEqual({ personId: 'agent-0001', outcome: 'moved', reason: 'source-not-active' });
    expect(await holds('agent-0001')).toEqual(ON_SUB2);
  });

  it('R4 puts back as many as there are seats for, the first in order first', async () => {
    const { undone, put, free } = await moved();
    await put({ personId: 'zoe', holds: { Sub1: 'standard-agent' } });
    const read = await undone();
    expect(outcomeOf(read, 'agent-0003')).toEqual({ personId: 'agent-0003', outcome: 'moved', reason: 'no-seat' });
    expect(read.run.counts).toEqual({ reverted: 3, moved: 1 });
    expect((await free('Sub1'))?.['standard-agent']).toBe(0);
  });

  it('lets somebody keep on the target what he or she held there before', async () => {
    const { undone, holds, read, id } = await moved({}, async (tenant) => {
      await withSeats(tenant, { 'premium-agent': 2, 'standard-agent': 4 });
      await tenant.put({ personId: 'agent-0001', holds: { Sub1: ['premium-agent', 'standard-agent'], Sub2: 'standard-agent' } });
    });
    expect((await read(id)).run.counts).toEqual({ moved: 4, 'already-there': 1 });
    expect(await holds('agent-0001')).toEqual(assignmentsOf({ Sub2: ['premium-agent', 'standard-agent'] }));
    expect((await undone()).run.counts).toEqual({ reverted: 5 });
    expect(await holds('agent-0001')).toEqual(assignmentsOf({ Sub1: ['premium-agent', 'standard-agent'], Sub2: 'standard-agent' }));
  });

  it('takes add-ons back along', async () => {
    const { undone, holds } = await moved({}, async (tenant) => {
      await withSeats(tenant, { 'premium-agent': 1, 'standard-agent': 3, wfo: 2 });
      await tenant.put({ personId: 'agent-0001', holds: { Sub1: ['standard-agent', 'wfo'] } });
    });
    expect(await holds('agent-0001')).toEqual(assignmentsOf({ Sub2: ['standard-agent', 'wfo'] }));
    await undone();
    expect(await holds('agent-0001')).toEqual(assignmentsOf({ Sub1: ['standard-agent', 'wfo'] }));
  });

  it('is possible for 72 hours, and once', async () => {
    const { undo, setNow, undone } = await moved();
    setNow(momentOf('2026-12-05T07:00:00.000Z'));
    expect(await undo()).toMatchObject({ ok: false, refusal: { reason: 'too-late', status: 'done' } });
    setNow(momentOf('2026-12-05T06:59:59.999Z'));
    expect((await undone()).run.status).toBe('undone');
    expect(await undo('another')).toMatchObject({ ok: false, refusal: { reason: 'not-now', status: 'undone' } });
  });

  it('R8 gives the same request the same answer, also at the same time', async () => {
    const { undo, asked, carryOut, id } = await moved();
    const before = asked.work.length;
    const answers = await Promise.all(Array.from({ length: 8 }, () => undo('same')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ ok: true, value: { reassignmentId: id, status: 'undoing' } })]),
    );
    expect(asked.work.length - before).toBe(1);
    await carryOut(id);
    expect(await undo('same')).toEqual(answers[0]);
  });

  it('L6 waits for a run that leaves the same subscription', async () => {
    const { undo, put, hash, start, carryOut } = await moved();
    await put({ personId: 'zoe', holds: { Sub1: 'standard-agent' } });
    const other = await start(await hash(), 'other');
    expect(await undo()).toMatchObject({ ok: false, refusal: { reason: 'reassignment-in-progress' } });
    if (other.ok) await carryOut(other.value.reassignmentId);
    expect(await undo()).toMatchObject({ ok: true });
  });

  it('is no undo of a run that is still going on', async () => {
    const { begin, ports } = await tenantToMove(bench);
    const reassignmentId: ReassignmentId = await begin();
    expect(await undoReassignment(ports, { actor: ACTOR, tenantId: ACME, reassignmentId })).toMatchObject({
      ok: false,
      refusal: { reason: 'not-now', status: 'running' },
    });
  });
});

describe('R7 the undo of a run in the mode control-hub', () => {
  const mode = 'control-hub';

  it('withdraws what waits for Control Hub: nothing has happened there', async () => {
    const { undone, holds, free, ports, id } = await moved({ mode });
    const { run } = await undone();
    expect(run).toMatchObject({ status: 'undone', counts: { reverted: 4 } });
    expect(await holds('agent-0001')).toEqual(ON_SUB1);
    expect((await bench.acme().readSnapshot())?.people.filter(({ moving }) => moving !== undefined)).toEqual([]);
    expect(await free('Sub2')).toEqual({ 'premium-agent': 1, 'standard-agent': 3 });
    const file = await controlHubFile(ports, { tenantId: ACME, reassignmentId: id, part: 1 });
    expect(file.ok && file.value.rows).toEqual([]);
  });

  it('is possible for as long as the run waits there', async () => {
    const { undone, setNow } = await moved({ mode });
    setNow(momentOf('2026-12-20T07:00:00.000Z'));
    expect((await undone()).run.status).toBe('undone');
  });

  it('writes a file for the way back once Control Hub has moved people, and nobody is without a licence meanwhile', async () => {
    const { confirmed, undone, holds, free, ports, id } = await moved({ mode });
    await confirmed();
    const { run, people } = await undone();
    expect(run).toMatchObject({ status: 'awaiting-control-hub', counts: { moving: 4 } });
    expect(people[0]).toMatchObject({ outcome: 'moving', reason: 'moving-back' });
    expect(await holds('agent-0001')).toEqual(ON_SUB2);
    expect([await free('Sub1'), await free('Sub2')]).toEqual([
      { 'premium-agent': 0, 'standard-agent': 0 },
      { 'premium-agent': 0, 'standard-agent': 0 },
    ]);
    const file = await controlHubFile(ports, { tenantId: ACME, reassignmentId: id, part: 1 });
    expect(file.ok && file.value.rows[1]).toEqual({ email: 'agent-0001@acme.example', cells: ['', 'TRUE', '', 'FALSE'] });
  });

  it('is undone once somebody confirms the way back', async () => {
    const { confirmed, undone, holds, free } = await moved({ mode });
    await confirmed();
    await undone();
    const { run } = await confirmed();
    expect(run).toMatchObject({ status: 'undone', counts: { reverted: 4 } });
    expect(await holds('agent-0001')).toEqual(ON_SUB1);
    expect(await free('Sub2')).toEqual({ 'premium-agent': 1, 'standard-agent': 3 });
  });

  it('is undone once everybody was seen on the old subscription', async () => {
    const { confirmed, undone, put, read, ports, id } = await moved({ mode, people: 1 });
    await confirmed();
    await undone();
    await put({ personId: 'agent-0001', holds: { Sub1: 'standard-agent' } });
    await settleMoves(ports, { tenantId: ACME, reassignmentId: id });
    expect((await read(id)).run).toMatchObject({ status: 'awaiting-control-hub', counts: { reverted: 1, moving: 1 } });
    await put({ personId: 'admin-1', roles: ['admin'], adminLevel: 'full', holds: { Sub1: 'premium-agent' } });
    await settleMoves(ports, { tenantId: ACME, reassignmentId: id });
    expect((await read(id)).run).toMatchObject({ status: 'undone', counts: { reverted: 2 } });
  });

  it('withdraws some and takes others back where only some have arrived', async () => {
    const { undone, put, ports, id } = await moved({ mode });
    await put({ personId: 'agent-0001', holds: { Sub2: 'standard-agent' } });
    await settleMoves(ports, { tenantId: ACME, reassignmentId: id });
    const read = await undone();
    expect(outcomeOf(read, 'agent-0001')).toMatchObject({ outcome: 'moving', reason: 'moving-back' });
    expect(outcomeOf(read, 'agent-0002')).toEqual({ personId: 'agent-0002', outcome: 'reverted' });
    expect(read.run.counts).toEqual({ moving: 1, reverted: 3 });
  });

  it('knows who has arrived although no import has settled the run yet', async () => {
    const { undone, put } = await moved({ mode });
    await put({ personId: 'agent-0001', holds: { Sub2: 'standard-agent' } });
    const read = await undone();
    expect(outcomeOf(read, 'agent-0001')).toMatchObject({ outcome: 'moving', reason: 'moving-back' });
    expect(read.run.counts).toEqual({ moving: 1, reverted: 3 });
  });

  it('takes somebody back whole who held two licences, although they are in two chunks', async () => {
    const { confirmed, undone, holds, ports, id } = await moved({ mode }, async (tenant) => {
      await withSeats(tenant, { 'premium-agent': 2, 'standard-agent': 4, wfo: 2 });
      await tenant.put({ personId: 'agent-0001', holds: { Sub1: ['premium-agent', 'standard-agent', 'wfo'] } });
    });
    await confirmed();
    expect((await undone()).run.counts).toEqual({ moving: 5 });
    const file = await controlHubFile(ports, { tenantId: ACME, reassignmentId: id, part: 1 });
    const row = file.ok ? file.value.rows.find(({ email }) => email.startsWith('agent-0001')) : undefined;
    expect(row?.cells).toEqual(['TRUE', 'TRUE', 'TRUE', 'FALSE', 'FALSE', 'FALSE']);
    expect((await confirmed()).run).toMatchObject({ status: 'undone', counts: { reverted: 5 } });
    expect(await holds('agent-0001')).toEqual(assignmentsOf({ Sub1: ['premium-agent', 'standard-agent', 'wfo'] }));
  });

  it('R1 is settled by an import that came while it was being undone', async () => {
    const { confirmed, undo, carryOut, put, read, asked, ports, id } = await moved({ mode, people: 1 });
    await confirmed();
    await undo();
    await carryOut(id);
    expect(asked.work.filter(({ job }) => job === 'settle-moves')).not.toEqual([]);
    await put({ personId: 'agent-0001', holds: { Sub1: 'standard-agent' } });
    await put({ personId: 'admin-1', roles: ['admin'], adminLevel: 'full', holds: { Sub1: 'premium-agent' } });
    const settle = () => settleMoves(ports, { tenantId: ACME, reassignmentId: id });
    const ways = await Promise.all([settle(), settle()]);
    if (ways.includes('out-of-time')) await settle();
    expect((await read(id)).run).toMatchObject({ status: 'undone', counts: { reverted: 2 } });
    expect((await bench.acme().readReassignment(id))?.counts).toEqual({ reverted: 2 });
  });
});
