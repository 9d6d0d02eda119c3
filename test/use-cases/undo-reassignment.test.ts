import { describe, expect, it } from 'vitest';
import type { ReassignmentId } from '#domain/ids.ts';
import { movedTenantOn, ON_SUB1, ON_SUB2, outcomeOf, withSeats } from '#test/support/a-moved-tenant.ts';
import { tenantToMove } from '#test/support/a-run.ts';
import { ACTOR } from '#test/support/a-tenant-to-move.ts';
import { assignmentsOf } from '#test/support/builders.ts';
import { ACME, momentOf, storesInMemory } from '#test/support/stores.ts';
import { undoReassignment } from '#use-cases/undo-reassignment.ts';

const bench = storesInMemory();
const moved = movedTenantOn(bench);

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
