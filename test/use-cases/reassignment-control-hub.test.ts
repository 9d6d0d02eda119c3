import { describe, expect, it } from 'vitest';
import { tenantToMove } from '#test/support/a-run.ts';
import { ACTOR, FROM_SUB1 } from '#test/support/a-tenant-to-move.ts';
import { aPerson } from '#test/support/builders.ts';
import { ACME, storesInMemory } from '#test/support/stores.ts';
import { confirmReassignment } from '#use-cases/confirm-reassignment.ts';
import { controlHubFile } from '#use-cases/control-hub-file.ts';
import { makePlan } from '#use-cases/make-plan.ts';
import { putPerson } from '#use-cases/put-person.ts';
import { settleMoves } from '#use-cases/settle-moves.ts';

const bench = storesInMemory();
const tenant = (sizes?: Parameters<typeof tenantToMove>[1]) => tenantToMove(bench, sizes);

describe('R1 a run in the mode control-hub', () => {
  it('ends with a file to import; people keep what they had, and hold a seat on both sides', async () => {
    const { ports, begin, carryOut, read, free, holds } = await tenant({ mode: 'control-hub' });
    const id = await begin();
    await carryOut(id);
    expect((await read(id)).run).toMatchObject({ status: 'awaiting-control-hub', counts: { moving: 4 } });
    expect(await holds('agent-0001')).toEqual([{ subscriptionId: 'Sub1', kind: 'standard-agent' }]);
    expect([await free('Sub1'), await free('Sub2')]).toEqual([
      { 'premium-agent': 0, 'standard-agent': 0 },
      { 'premium-agent': 0, 'standard-agent': 0 },
    ]);
    const file = await controlHubFile(ports, { tenantId: ACME, reassignmentId: id, part: 1 });
    expect(file.ok && [file.value.columns, file.value.rows[1]]).toEqual([
      [
        'Webex Contact Center Premium Agent [Sub1]',
        'Webex Contact Center Standard Agent [Sub1]',
        'Webex Contact Center Premium Agent [Sub2]',
        'Webex Contact Center Standard Agent [Sub2]',
      ],
      { email: 'agent-0001@acme.example', cells: ['', 'FALSE', '', 'TRUE'] },
    ]);
  });

  it('leaves people who are on the way out of new plans, and does not block them', async () => {
    const { ports, begin, carryOut } = await tenant({ mode: 'control-hub' });
    await carryOut(await begin());
    const plan = await makePlan(ports, { tenantId: ACME, request: FROM_SUB1 });
    expect(plan.ok && [plan.value.moves, plan.value.unplaced]).toEqual([[], []]);
  });

  it('is done once somebody confirms, and the old seats come back', async () => {
    const { ports, begin, carryOut, read, free, holds } = await tenant({ mode: 'control-hub' });
    const id = await begin();
    await carryOut(id);
    const confirm = (key: string) =>
      confirmReassignment(ports, { actor: ACTOR, tenantId: ACME, reassignmentId: id, named: { key, requestHash: key } });
    expect([await confirm('a'), await confirm('a'), await confirm('b')].map(({ ok }) => ok)).toEqual([true, true, true]);
    await carryOut(id);
    expect((await read(id)).run).toMatchObject({ status: 'done', counts: { moved: 4 } });
    expect(await holds('agent-0001')).toEqual([{ subscriptionId: 'Sub2', kind: 'standard-agent' }]);
    expect(await free('Sub1')).toEqual({ 'premium-agent': 1, 'standard-agent': 3 });
    expect(await confirm('c')).toMatchObject({ ok: false, refusal: { reason: 'not-now', status: 'done' } });
  });

  it('is done once everybody was seen on the new subscription', async () => {
    const { ports, begin, carryOut, read } = await tenant({ mode: 'control-hub', people: 1 });
    const id = await begin();
    await carryOut(id);
    const see = (personId: string, kind: string, roles: readonly ['agent'] | readonly ['admin']) =>
      putPerson(ports, { actor: ACTOR, tenantId: ACME, person: aPerson({ personId, roles, holds: { Sub2: kind } }), ifMatch: undefined });
    await see('agent-0001', 'standard-agent', ['agent']);
    await settleMoves(ports, { tenantId: ACME, reassignmentId: id });
    expect((await read(id)).run).toMatchObject({ status: 'awaiting-control-hub', counts: { moved: 1, moving: 1 } });
    await see('admin-1', 'premium-agent', ['admin']);
    await settleMoves(ports, { tenantId: ACME, reassignmentId: id });
    expect((await read(id)).run).toMatchObject({ status: 'done', counts: { moved: 2 } });
  });
});
