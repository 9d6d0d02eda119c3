import { describe, expect, it } from 'vitest';
import type { ReassignmentId } from '#domain/ids.ts';
import { tenantToMove } from '#test/support/a-run.ts';
import { ACTOR } from '#test/support/a-tenant-to-move.ts';
import { aSubscription } from '#test/support/builders.ts';
import { ACME, momentOf, storesInMemory, storesOnDynoxide } from '#test/support/stores.ts';
import { cancelReassignment } from '#use-cases/cancel-reassignment.ts';
import { confirmReassignment } from '#use-cases/confirm-reassignment.ts';
import type { Ports } from '#use-cases/ports.ts';
import { putSubscription } from '#use-cases/put-subscription.ts';
import { resumeReassignment } from '#use-cases/resume-reassignment.ts';
import { undoReassignment } from '#use-cases/undo-reassignment.ts';

const bench = storesInMemory();
/** For what needs a table that takes its time. */
const table = storesOnDynoxide();
const steer = (reassignmentId: ReassignmentId, key?: string) => ({
  actor: ACTOR,
  tenantId: ACME,
  reassignmentId,
  ...(key !== undefined && { named: { key, requestHash: key } }),
});

/** A run whose first chunk of 96 people is finished and whose time is up then. */
async function halfway(sizes: Parameters<typeof tenantToMove>[1] = {}) {
  const tenant = await tenantToMove(bench, { people: 200, ...sizes });
  const id = await tenant.begin();
  const time = [true, true];
  await tenant.carryOut(id, () => time.pop() ?? false);
  return { ...tenant, id };
}

describe('R5 a run that is cancelled', () => {
  it('ends between two chunks: whoever has been moved stays moved, nobody else is', async () => {
    const { ports, id, carryOut, read, free } = await halfway();
    expect(await cancelReassignment(ports, steer(id))).toMatchObject({ ok: true, value: { status: 'running' } });
    await carryOut(id);
    const { run } = await read(id);
    expect([run.status, run.counts, run.cancelledBy?.who]).toEqual(['cancelled', { moved: 96, pending: 105 }, ACTOR.who]);
    expect(await free('Sub2')).toEqual({ 'premium-agent': 1, 'standard-agent': 104 });
  });

  it('is cancelled once, and again is the same', async () => {
    const { ports, id, carryOut } = await halfway();
    const answers = await Promise.all(Array.from({ length: 6 }, () => cancelReassignment(ports, steer(id, 'same'))));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    await carryOut(id);
    const { items } = await bench.acme().listAudit({ limit: 50 });
    expect(items.filter(({ action }) => action === 'reassignment-cancelled')).toHaveLength(1);
    expect(await cancelReassignment(ports, steer(id, 'same'))).toEqual(answers[0]);
    expect(await cancelReassignment(ports, steer(id))).toMatchObject({ ok: false, refusal: { reason: 'too-late', status: 'cancelled' } });
  });

  it('ends between two chunks while it is being carried out, and counts exactly', async () => {
    const { ports, begin, carryOut, read, free } = await tenantToMove(table, { people: 300 });
    const id = await begin();
    const carrying = carryOut(id);
    const cancelled = await cancelReassignment(ports, steer(id));
    await carrying;
    await carryOut(id);
    const { run } = await read(id);
    expect([cancelled.ok, run.status]).toEqual([true, 'cancelled']);
    const { moved = 0, pending = 0 } = run.counts;
    expect(moved + pending).toBe(301);
    expect(Object.values((await free('Sub2')) ?? {}).reduce((sum, seats) => sum + seats, 0)).toBe(301 - moved);
  });

  it('can be undone, and frees the subscription for another run', async () => {
    const { ports, id, carryOut, read, hash, start } = await halfway();
    await cancelReassignment(ports, steer(id));
    await carryOut(id);
    expect(await undoReassignment(ports, steer(id))).toMatchObject({ ok: true });
    await carryOut(id);
    expect((await read(id)).run).toMatchObject({ status: 'undone', counts: { reverted: 96, pending: 105 } });
    expect(await start(await hash(), 'next')).toMatchObject({ ok: true });
  });

  it('is too late for one that is done', async () => {
    const { ports, begin, carryOut } = await tenantToMove(bench);
    const id = await begin();
    await carryOut(id);
    expect(await cancelReassignment(ports, steer(id))).toMatchObject({ ok: false, refusal: { reason: 'too-late', status: 'done' } });
  });

  it('R1 in the mode control-hub can still be confirmed for those on the way', async () => {
    const { ports, id, carryOut, read, holds } = await halfway({ mode: 'control-hub' });
    await cancelReassignment(ports, steer(id));
    await carryOut(id);
    expect((await read(id)).run).toMatchObject({ status: 'cancelled', counts: { moving: 96, pending: 105 } });
    expect(await confirmReassignment(ports, steer(id))).toMatchObject({ ok: true });
    await carryOut(id);
    expect((await read(id)).run).toMatchObject({ status: 'cancelled', counts: { moved: 96, pending: 105 } });
    expect(await holds('agent-0001')).toEqual([{ subscriptionId: 'Sub2', kind: 'standard-agent' }]);
  });

  it('R7 can be undone for 72 hours after the last of those on the way has arrived', async () => {
    const { ports, id, carryOut, setNow } = await halfway({ mode: 'control-hub', people: 100 });
    await cancelReassignment(ports, steer(id));
    await carryOut(id);
    setNow(momentOf('2026-12-10T07:00:00.000Z'));
    await confirmReassignment(ports, steer(id));
    await carryOut(id);
    setNow(momentOf('2026-12-13T06:59:59.999Z'));
    expect(await undoReassignment(ports, steer(id))).toMatchObject({ ok: true });
  });

  it('R8 remembers an answer also where nothing was left to be done', async () => {
    const { ports, id, carryOut } = await halfway({ mode: 'control-hub', people: 100 });
    await cancelReassignment(ports, steer(id));
    await carryOut(id);
    const first = await confirmReassignment(ports, steer(id, 'first'));
    expect(await confirmReassignment(ports, steer(id, 'second'))).toEqual(first);
    await carryOut(id);
    expect(await confirmReassignment(ports, steer(id, 'second'))).toEqual(first);
    const other = { ...steer(id), named: { key: 'second', requestHash: 'another request' } };
    expect(await confirmReassignment(ports, other)).toMatchObject({ ok: false, refusal: { reason: 'idempotency-key-reused' } });
  });
});

const seatsOfSub2 = (ports: Ports, agents: number) =>
  putSubscription(ports, {
    actor: ACTOR,
    tenantId: ACME,
    subscription: aSubscription({
      subscriptionId: 'Sub2',
      startsOn: '2026-06-01',
      expiresOn: '2029-06-01',
      seats: { 'premium-agent': 1, 'standard-agent': agents },
    }),
    ifMatch: undefined,
  });

/** A run that has stopped by itself: of the first 96 people 46 found no seat. */
async function stopped() {
  const tenant = await tenantToMove(bench, { people: 150 });
  const id = await tenant.begin();
  await seatsOfSub2(tenant.ports, 50);
  await tenant.carryOut(id);
  return { ...tenant, id };
}

describe('R5 a run that has stopped by its errors', () => {
  it('goes on with those it had not reached once it is resumed, and its errors are counted anew', async () => {
    const { ports, id, carryOut, read } = await stopped();
    expect((await read(id)).run).toMatchObject({ status: 'stopped', counts: { moved: 50, failed: 46, pending: 55 } });
    await seatsOfSub2(ports, 150);
    expect(await resumeReassignment(ports, steer(id))).toMatchObject({ ok: true, value: { status: 'running' } });
    await carryOut(id);
    expect((await read(id)).run).toMatchObject({ status: 'done', counts: { moved: 105, failed: 46 } });
  });

  it('tells of each end once, however often it sets out', async () => {
    const { ports, id, carryOut } = await stopped();
    const ends = async () =>
      (await bench.acme().listAudit({ limit: 100 })).items.filter(({ action }) => action === 'reassignment-finished').length;
    expect(await ends()).toBe(1);
    await resumeReassignment(ports, steer(id));
    await Promise.all([carryOut(id), carryOut(id)]);
    expect(await ends()).toBe(2);
  });

  it('L6 waits for a run that leaves the same subscription meanwhile', async () => {
    const { ports, id, hash, start } = await stopped();
    await start(await hash(), 'other');
    expect(await resumeReassignment(ports, steer(id))).toMatchObject({ ok: false, refusal: { reason: 'reassignment-in-progress' } });
  });

  it.each(['running', 'done'] as const)('alone is resumed: not one that is %s', async (status) => {
    const { ports, begin, carryOut } = await tenantToMove(bench);
    const id = await begin();
    if (status === 'done') await carryOut(id);
    expect(await resumeReassignment(ports, steer(id))).toMatchObject({ ok: false, refusal: { reason: 'not-now', status } });
  });
});
