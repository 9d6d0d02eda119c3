import { describe, expect, it } from 'vitest';
import { tenantToMove } from '#test/support/a-run.ts';
import { ACTOR, FROM_SUB1 } from '#test/support/a-tenant-to-move.ts';
import { aPerson, aSubscription, assignmentsOf } from '#test/support/builders.ts';
import { ACME, storesInMemory } from '#test/support/stores.ts';
import { putPerson } from '#use-cases/put-person.ts';
import { putSubscription } from '#use-cases/put-subscription.ts';
import { startReassignment } from '#use-cases/start-reassignment.ts';

const bench = storesInMemory();
const tenant = (sizes?: Parameters<typeof tenantToMove>[1]) => tenantToMove(bench, sizes);

describe('R2 a run in the mode book', () => {
  it('moves everybody, gives the old seats back and takes the new ones', async () => {
    const { begin, carryOut, read, free, holds } = await tenant();
    const id = await begin();
    expect(await carryOut(id)).toBe('finished');
    const { run } = await read(id);
    expect([run.status, run.counts]).toEqual(['done', { moved: 4 }]);
    expect(await holds('agent-0001')).toEqual([{ subscriptionId: 'Sub2', kind: 'standard-agent' }]);
    expect([await free('Sub1'), await free('Sub2')]).toEqual([
      { 'premium-agent': 1, 'standard-agent': 3 },
      { 'premium-agent': 0, 'standard-agent': 0 },
    ]);
  });

  it('has one audit entry for each chunk, and names its people', async () => {
    const { begin, carryOut } = await tenant();
    await carryOut(await begin());
    const { items } = await bench.acme().listAudit({ limit: 50 });
    const moved = items.filter(({ action }) => action === 'people-moved');
    expect(moved.map(({ after }) => after)).toMatchObject([
      { to: { subscriptionId: 'Sub2', kind: 'standard-agent' }, people: ['agent-0001', 'agent-0002', 'agent-0003'] },
      { to: { subscriptionId: 'Sub2', kind: 'premium-agent' }, people: ['admin-1'] },
    ]);
  });

  it('goes on where the time ran out, chunk by chunk, and moves nobody twice', async () => {
    const { begin, carryOut, read, free } = await tenant({ people: 200 });
    const id = await begin();
    // Time for one look at the loop and one chunk, then none.
    const time = [true, true];
    expect(await carryOut(id, () => time.pop() ?? false)).toBe('out-of-time');
    expect((await read(id)).run.counts['pending']).toBeGreaterThan(0);
    expect(await carryOut(id)).toBe('finished');
    expect((await read(id)).run.counts).toEqual({ moved: 201 });
    expect(await free('Sub2')).toEqual({ 'premium-agent': 0, 'standard-agent': 0 });
  });

  it('is carried out once when its message comes twice at the same time', async () => {
    const { begin, carryOut, read, free } = await tenant({ people: 120 });
    const id = await begin();
    await Promise.all([carryOut(id), carryOut(id)]);
    await carryOut(id);
    expect((await read(id)).run).toMatchObject({ status: 'done', counts: { moved: 121 } });
    expect(await free('Sub2')).toEqual({ 'premium-agent': 0, 'standard-agent': 0 });
  });

  it('skips whoever was changed since the plan', async () => {
    const { ports, begin, carryOut, read, holds } = await tenant();
    const id = await begin();
    await putPerson(ports, {
      actor: ACTOR,
      tenantId: ACME,
      person: aPerson({ personId: 'agent-0002', holds: { Sub1: 'premium-agent' } }),
      ifMatch: undefined,
    });
    await carryOut(id);
    expect((await read(id)).people.find(({ personId }) => personId === 'agent-0002')).toMatchObject({
      outcome: 'skipped',
      reason: 'changed-since',
    });
    expect(await holds('agent-0002')).toEqual([{ subscriptionId: 'Sub1', kind: 'premium-agent' }]);
  });

  it('R4 fails whom somebody else has taken the last seat from, and never goes over the commitment', async () => {
    const { ports, begin, carryOut, read, free } = await tenant();
    const id = await begin();
    await putPerson(ports, {
      actor: ACTOR,
      tenantId: ACME,
      person: aPerson({ personId: 'zoe', holds: { Sub2: 'standard-agent' } }),
      ifMatch: undefined,
    });
    await carryOut(id);
    const { run, people } = await read(id);
    expect(run.counts).toEqual({ moved: 3, failed: 1 });
    expect(people.find(({ outcome }) => outcome === 'failed')).toEqual({ personId: 'agent-0003', outcome: 'failed', reason: 'no-seat' });
    expect((await free('Sub2'))?.['standard-agent']).toBe(0);
  });

  it('R4 fails whom somebody else has taken the last seat of an add-on from, and never goes over that commitment', async () => {
    const { ports, begin, carryOut, read, free, holds } = await tenant();
    const seats = { 'premium-agent': 1, 'standard-agent': 3, wfo: 2 };
    const Sub2 = aSubscription({ subscriptionId: 'Sub2', startsOn: '2026-06-01', expiresOn: '2029-06-01', seats });
    await putSubscription(ports, { actor: ACTOR, tenantId: ACME, subscription: Sub2, ifMatch: undefined });
    const hold = (personId: string, subscriptionId: string, kinds: readonly string[]) =>
      putPerson(ports, {
        actor: ACTOR,
        tenantId: ACME,
        person: aPerson({ personId, holds: { [subscriptionId]: kinds } }),
        ifMatch: undefined,
      });
    await hold('agent-0001', 'Sub1', ['standard-agent', 'wfo']);
    await hold('agent-0002', 'Sub1', ['standard-agent', 'wfo']);
    const id = await begin();
    await hold('zoe', 'Sub2', ['wfo']);
    await carryOut(id);
    const { run, people } = await read(id);
    expect(run.counts).toEqual({ moved: 3, failed: 1 });
    expect(people.find(({ outcome }) => outcome === 'failed')).toEqual({ personId: 'agent-0002', outcome: 'failed', reason: 'no-seat' });
    expect(await holds('agent-0002')).toEqual(assignmentsOf({ Sub1: ['standard-agent', 'wfo'] }));
    expect(await free('Sub2')).toMatchObject({ 'standard-agent': 1, wfo: 0 });
  });

  it('R5 stops by itself when more than one in twenty fails', async () => {
    const { ports, begin, carryOut, read } = await tenant({ people: 150 });
    const id = await begin();
    await Promise.all(
      Array.from({ length: 140 }, (_, index) =>
        putPerson(ports, {
          actor: ACTOR,
          tenantId: ACME,
          person: aPerson({ personId: `new-${index}`, holds: { Sub2: 'standard-agent' } }),
          ifMatch: undefined,
        }),
      ),
    );
    await carryOut(id);
    const { run } = await read(id);
    expect(run.status).toBe('stopped');
    expect(run.counts['pending']).toBeGreaterThan(0);
  });

  it('tells who was left behind and how many seats to buy', async () => {
    const { begin, carryOut, read } = await tenant({ people: 5, seats: 3 });
    const id = await begin();
    await carryOut(id);
    const { run } = await read(id);
    expect([run.counts, run.seatsToBuy]).toEqual([{ moved: 4, unplaced: 2 }, [{ kind: 'standard-agent', quantity: 2 }]]);
  });
});

describe('P6 the plan that was confirmed', () => {
  it('is the one that is carried out: another one is refused and shown', async () => {
    const { ports, hash, start } = await tenant();
    const planHash = await hash();
    await putPerson(ports, {
      actor: ACTOR,
      tenantId: ACME,
      person: aPerson({ personId: 'zoe', holds: { Sub1: 'standard-agent' } }),
      ifMatch: undefined,
    });
    expect(await start(planHash)).toMatchObject({ ok: false, refusal: { reason: 'plan-changed', plan: { planHash: await hash() } } });
  });
});

describe('L6 one unfinished run per subscription', () => {
  it('refuses a second one until the first is over', async () => {
    const { hash, start, carryOut } = await tenant();
    const planHash = await hash();
    const first = await start(planHash, 'one');
    expect(await start(planHash, 'two')).toMatchObject({ ok: false, refusal: { reason: 'reassignment-in-progress' } });
    if (first.ok) await carryOut(first.value.reassignmentId);
    expect(await start(await hash(), 'three')).toMatchObject({ ok: true });
  });
});

describe('L6 a plan that somebody else has carried out meanwhile', () => {
  it('starts nothing, although it was read before', async () => {
    const { ports, hash, start, carryOut } = await tenant();
    const planHash = await hash();
    const own = bench.acme();
    let isFirst = true;
    const readSnapshot = async () => {
      const snapshot = await own.readSnapshot();
      if (!isFirst) return snapshot;
      isFirst = false;
      const faster = await start(planHash, 'faster');
      if (faster.ok) await carryOut(faster.value.reassignmentId);
      return snapshot;
    };
    const stores = { ...ports.stores, storesFor: () => ({ ...own, readSnapshot }) };
    const slower = await startReassignment({ ...ports, stores }, { actor: ACTOR, tenantId: ACME, request: FROM_SUB1, planHash });
    expect(slower).toMatchObject({ ok: false, refusal: { reason: 'plan-changed' } });
    expect((await own.listReassignments({ limit: 10 })).items).toHaveLength(1);
  });
});

describe('R8 an idempotency key', () => {
  it('gives the same request the same answer, also at the same time', async () => {
    const { hash, start } = await tenant();
    const planHash = await hash();
    const answers = await Promise.all(Array.from({ length: 8 }, () => start(planHash, 'same')));
    expect(new Set(answers.map((answer) => (answer.ok ? answer.value.reassignmentId : answer.refusal.reason))).size).toBe(1);
    expect((await bench.acme().listReassignments({ limit: 10 })).items).toHaveLength(1);
  });

  it('gives a request the same answer that overtakes itself while the tenant is read', async () => {
    const { ports, hash, start } = await tenant();
    const planHash = await hash();
    const own = bench.acme();
    let first: Awaited<ReturnType<typeof start>> | undefined;
    const readSnapshot = async () => {
      first ??= await start(planHash, 'same');
      return own.readSnapshot();
    };
    const stores = { ...ports.stores, storesFor: () => ({ ...own, readSnapshot }) };
    const named = { key: 'same', requestHash: JSON.stringify([planHash, FROM_SUB1]) };
    const second = await startReassignment({ ...ports, stores }, { actor: ACTOR, tenantId: ACME, request: FROM_SUB1, planHash, named });
    expect(second).toEqual(first);
  });

  it('is refused to another request', async () => {
    const { hash, start } = await tenant();
    await start(await hash(), 'same');
    expect(await start('0'.repeat(64), 'same')).toEqual({ ok: false, refusal: { reason: 'idempotency-key-reused' } });
  });
});
