import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import { aRecipient, checkPortsOn, type Look, messagesOf, morningOf } from '#test/support/a-check.ts';
import { ACTOR, aTenantToMove } from '#test/support/a-tenant-to-move.ts';
import { aTenant } from '#test/support/builders.ts';
import { intercept, loseAnswers } from '#test/support/faults.ts';
import { ACME, momentOf, NOW, storesOnDynoxide } from '#test/support/stores.ts';
import { checkDueTenant, checkTenant } from '#use-cases/check-tenant.ts';
import { checkWhenAsked } from '#use-cases/check-when-asked.ts';
import { putTenant } from '#use-cases/put-tenant.ts';

const bench = storesOnDynoxide();
const { write, stores } = bench;

/** 2026-12-02: Sub1 ends in 30 days, with the only full admin on it; Anna and Ben are told of both by e-mail, Anna of the lock-out by SMS. */
async function aTenantIsDue(options: Parameters<typeof checkPortsOn>[1] = {}) {
  const checked = checkPortsOn(bench, options);
  await aTenantToMove(checked.ports);
  await write(aRecipient('anna', ['email', 'sms']), aRecipient('ben'));
  return checked;
}

const ONCE = ['anna email', 'anna sms', 'ben email'];
const alertCount = async () => (await bench.acme().listAlerts({ limit: 200 })).items.length;
const isDue = async () => (await stores().dueTenants(NOW)).length === 1;

/** Acts once, between a check's reading and its writing. */
function onceBetween(act: () => Promise<unknown>): Look {
  let acted = false;
  return async (_owner, { delivery }) => {
    const first = !acted;
    acted = true;
    if (first) await act();
    return delivery;
  };
}

describe('C5 nobody is told twice', () => {
  it('by a check that is made again', async () => {
    const checked = await aTenantIsDue();
    for (const _again of [1, 2, 3]) await checkTenant(checked.ports, ACME);
    expect([await messagesOf(checked), await alertCount()]).toEqual([ONCE, 7]);
  });

  it('by a check that comes late in the day, and the next morning is on time again', async () => {
    const checked = await aTenantIsDue();
    checked.setNow(momentOf('2026-12-02T20:30:00Z'));
    expect(await checkTenant(checked.ports, ACME)).toMatchObject({ ok: true, value: { morning: true } });
    checked.setNow(morningOf('2026-12-03'));
    expect(await checkTenant(checked.ports, ACME)).toMatchObject({ ok: true, value: { morning: true, alerts: [] } });
    expect(await messagesOf(checked)).toEqual(ONCE);
  });

  it('by two workers at once, of whom each finishes', async () => {
    const checked = await aTenantIsDue();
    const both = await Promise.all([checkTenant(checked.ports, ACME), checkTenant(checked.ports, ACME)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect([await messagesOf(checked), await alertCount()]).toEqual([ONCE, 7]);
    expect(both.flatMap((each) => (each.ok ? each.value.alerts : [])).length).toBe(7);
  });

  it('by a check that was overtaken between reading and writing: it reads again', async () => {
    const first = await aTenantIsDue();
    const look = onceBetween(() => checkTenant(first.ports, ACME));
    const slow = checkPortsOn(bench, { look });
    expect(await checkTenant(slow.ports, ACME)).toMatchObject({ ok: true, value: { alerts: [] } });
    expect([await messagesOf(first), await messagesOf(slow), await alertCount()]).toEqual([ONCE, [], 7]);
  });

  it('when what they were told is forgotten: the alerts themselves are left', async () => {
    const checked = await aTenantIsDue();
    await checkTenant(checked.ports, ACME);
    const anna = idOf.recipient('anna');
    await write({ change: 'tell-recipient', recipientId: anna, toldRevision: 1, told: { email: {}, sms: {} } });
    checked.setNow(morningOf('2026-12-03'));
    expect(await checkTenant(checked.ports, ACME)).toMatchObject({ ok: true, value: { alerts: [] } });
    expect(await messagesOf(checked)).toEqual(ONCE);
    expect(Object.keys((await bench.acme().readRecipient(anna))?.told.email ?? {}).toSorted()).toEqual([
      'access-ends|Sub1',
      'no-admin-left|#tenant',
    ]);
  });

  it('when the table’s answers are lost on the way back', async () => {
    await aTenantIsDue();
    const { client, stores: faulty } = bench.faulty();
    const lost = loseAnswers(client, 'TransactWriteItemsCommand', 2);
    const checked = checkPortsOn(bench, { stores: faulty });
    await checkTenant(checked.ports, ACME);
    expect([lost(), await messagesOf(checked), await alertCount()]).toEqual([2, ONCE, 7]);
  });
});

describe('C3 a check that fails on the way', () => {
  it('leaves the tenant due, and nobody who was told is told again by the next', async () => {
    await aTenantIsDue();
    const { client, stores: faulty } = bench.faulty();
    intercept(client, 'TransactWriteItemsCommand', (_input, call) => {
      if (call > 0) throw new Error('The worker crashed.');
    });
    await expect(checkTenant(checkPortsOn(bench, { stores: faulty }).ports, ACME)).rejects.toThrow();
    expect([await isDue(), await alertCount()]).toEqual([true, 3]);
    const again = checkPortsOn(bench);
    await checkTenant(again.ports, ACME);
    expect([await messagesOf(again), await alertCount(), await isDue()]).toEqual([['ben email'], 7, false]);
    const swept = await stores().unfinished(momentOf('2026-12-02T07:05:00Z'));
    expect(swept).toHaveLength(5);
  });

  it('because a page cannot be read writes nothing and is never an all-clear', async () => {
    await aTenantIsDue();
    const { client, stores: faulty } = bench.faulty();
    intercept(client, 'QueryCommand', () => {
      throw new Error('A page could not be read.');
    });
    const before = await bench.acme().readSnapshot();
    await expect(checkTenant(checkPortsOn(bench, { stores: faulty }).ports, ACME)).rejects.toThrow('A page could not be read.');
    expect([await isDue(), await alertCount(), await bench.acme().readSnapshot()]).toEqual([true, 0, before]);
  });

  it('because SNS does not answer tells nobody, rather than somebody half', async () => {
    const { ports } = await aTenantIsDue({ look: () => Promise.reject(new Error('SNS did not answer.')) });
    await expect(checkTenant(ports, ACME)).rejects.toThrow('SNS did not answer.');
    expect([await isDue(), await alertCount()]).toEqual([true, 0]);
  });

  it('because somebody is faster every time gives up with a full sentence', async () => {
    const look: Look = async ({ recipientId }, { delivery }) => {
      const tenant = await bench.acme().readTenant();
      if (recipientId === 'ben') await write({ change: 'tell-tooling', told: {}, toldRevision: tenant?.toldRevision ?? 0 });
      return delivery;
    };
    const { ports } = await aTenantIsDue({ look });
    await expect(checkTenant(ports, ACME)).rejects.toThrow('The tenant acme changed during each of 4 checks.');
    expect(await isDue()).toBe(true);
  });
});

describe('C3 nextCheckAt moves last and under its old value', () => {
  it('so that an alert hour that changes meanwhile is the next one', async () => {
    const { ports } = checkPortsOn(bench);
    const changed = { actor: ACTOR, tenant: aTenant({ mode: 'book', alertHour: 6, timeZone: 'Europe/Berlin' }), ifMatch: undefined };
    const due = await aTenantIsDue({ look: onceBetween(() => putTenant(ports, changed)) });
    expect(await checkTenant(due.ports, ACME)).toMatchObject({ ok: true, value: { morning: true } });
    expect((await bench.acme().readTenant())?.nextCheckAt).toBe('2026-12-03T05:00:00.000Z');
    expect([await messagesOf(due), await alertCount()]).toEqual([ONCE, 7]);
  });

  it('so that a tenant that is written meanwhile does not get a second morning', async () => {
    const { ports } = await aTenantIsDue();
    const own = bench.acme();
    let checked = false;
    const readTenant = async () => {
      const read = await own.readTenant();
      if (!checked) await checkTenant(ports, ACME);
      checked = true;
      return read;
    };
    const stores = { ...ports.stores, storesFor: () => ({ ...own, readTenant }) };
    const put = { actor: ACTOR, tenant: aTenant({ mode: 'book', name: 'Acme 2' }), ifMatch: undefined };
    expect(await putTenant({ ...ports, stores }, put)).toMatchObject({ ok: true });
    expect(await own.readTenant()).toMatchObject({ name: 'Acme 2', nextCheckAt: '2026-12-03T07:00:00.000Z' });
  });

  it('so that a message that comes twice finds nothing due', async () => {
    const { ports } = await aTenantIsDue();
    expect(await checkDueTenant(ports, ACME)).toMatchObject({ ok: true });
    expect(await checkDueTenant(ports, ACME)).toEqual({ ok: false, refusal: { reason: 'not-due' } });
    expect(await checkWhenAsked(ports, { tenantId: ACME, because: 'due', requestedAt: NOW })).toEqual({ ok: true, value: 'moot' });
  });

  it('and not at all by a check that a write asked for', async () => {
    const { ports, setNow } = await aTenantIsDue();
    await checkTenant(ports, ACME);
    setNow(momentOf('2026-12-02T12:00:00Z'));
    const asked = { tenantId: ACME, because: 'write', requestedAt: momentOf('2026-12-02T11:59:00Z') } as const;
    expect(await checkWhenAsked(ports, asked)).toMatchObject({ ok: true, value: { morning: false } });
    expect((await bench.acme().readTenant())?.nextCheckAt).toBe('2026-12-03T07:00:00.000Z');
    expect(await checkWhenAsked(ports, asked)).toEqual({ ok: true, value: 'moot' });
  });
});
