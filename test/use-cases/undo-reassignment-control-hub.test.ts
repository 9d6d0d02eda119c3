import { describe, expect, it } from 'vitest';
import { movedTenantOn, ON_SUB1, ON_SUB2, outcomeOf, withSeats } from '#test/support/a-moved-tenant.ts';
import { assignmentsOf } from '#test/support/builders.ts';
import { ACME, momentOf, storesInMemory } from '#test/support/stores.ts';
import { controlHubFile } from '#use-cases/control-hub-file.ts';
import { settleMoves } from '#use-cases/settle-moves.ts';

const bench = storesInMemory();
const moved = movedTenantOn(bench);

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
