import { describe, expect, it } from 'vitest';
import { dayOf } from '#domain/days/day.ts';
import { idOf } from '#domain/ids.ts';
import type { UsageType } from '#domain/liability/usage.ts';
import { ACTOR, aTenantToMove } from '#test/support/a-tenant-to-move.ts';
import { portsOn } from '#test/support/ports.ts';
import { ACME, storesInMemory } from '#test/support/stores.ts';
import { putUsage } from '#use-cases/put-usage.ts';
import { readForecast } from '#use-cases/read-forecast.ts';
import { readUsage } from '#use-cases/read-usage.ts';

type Entry = readonly [subscriptionId: string, type: UsageType, quantity: number];

describe('the usage of a month', () => {
  const bench = storesInMemory();

  async function opened() {
    const { ports, asked } = portsOn(bench);
    await aTenantToMove(ports);
    asked.checks.length = 0;
    const enter = (month: string, entries: readonly Entry[], ifMatch?: number) => {
      const items = entries.map(([id, type, quantity]) => ({ subscriptionId: idOf.subscription(id), type, quantity }));
      return putUsage(ports, { actor: ACTOR, tenantId: ACME, usage: { month, items }, ifMatch });
    };
    const read = (month: string) => readUsage(ports, { tenantId: ACME, month });
    return { ports, asked, enter, read };
  }

  it("D17 is held against the commitments of the month's last day, and its overage is charged in full to the primary", async () => {
    const { enter, read } = await opened();
    await enter('2026-11', [
      ['Sub1', 'agents', 9],
      ['Sub2', 'agents', 1],
    ]);
    expect(await read('2026-11')).toEqual({
      ok: true,
      value: {
        on: '2026-11-30',
        revision: 1,
        items: [
          {
            type: 'agents',
            used: 10,
            committed: 8,
            overage: 2,
            paidBy: 'Sub1',
            bySubscription: [
              { subscriptionId: 'Sub1', quantity: 9 },
              { subscriptionId: 'Sub2', quantity: 1 },
            ],
          },
        ],
      },
    });
  });

  it('D16 of Webex Connect goes to the primary alone, whoever made it', async () => {
    const { enter, read } = await opened();
    await enter('2026-11', [
      ['Sub1', 'connect', 5],
      ['Sub2', 'connect', 7],
    ]);
    const account = await read('2026-11');
    expect(account.ok && account.value.items).toMatchObject([
      { type: 'connect', used: 12, bySubscription: [{ subscriptionId: 'Sub1', quantity: 12 }] },
    ]);
  });

  it('is replaced as a whole under its revision, audited, and asks for a check', async () => {
    const { enter, read, asked } = await opened();
    await enter('2026-11', [['Sub1', 'agents', 9]]);
    expect(await enter('2026-11', [['Sub1', 'ivr', 3]], 2)).toMatchObject({ refusal: { reason: 'precondition-failed' } });
    await enter('2026-11', [['Sub1', 'ivr', 3]], 1);
    expect(await read('2026-11')).toMatchObject({ value: { revision: 2, items: [{ type: 'ivr', used: 3 }] } });
    const { items } = await bench.acme().listAudit({ limit: 2 });
    expect(items.map(({ action, subject }) => [action, subject])).toEqual([
      ['usage-entered', '2026-11'],
      ['usage-entered', '2026-11'],
    ]);
    expect(asked.checks).toHaveLength(2);
  });

  it('D19 of the latest month is what the forecast goes by, in whatever order months are entered', async () => {
    const { ports, enter } = await opened();
    await enter('2026-10', [['Sub1', 'agents', 5]]);
    await enter('2026-12', [
      ['Sub1', 'agents', 6],
      ['Sub2', 'agents', 1],
    ]);
    await enter('2026-11', [['Sub1', 'agents', 9]]);
    const forecast = await readForecast(ports, { tenantId: ACME });
    expect(forecast.ok && forecast.value.cliffs).toEqual([
      { on: '2027-01-01', type: 'agents', before: 8, after: 4, used: 7, overage: 3, paidBy: 'Sub2' },
    ]);
    await enter('2026-12', [['Sub1', 'agents', 4]]);
    expect((await bench.acme().readSnapshot())?.usage).toEqual({ month: '2026-12', used: { agents: 4 } });
  });

  it('keeps the later of two months that are entered at the same time', async () => {
    const { enter } = await opened();
    const months = ['2026-08', '2026-12', '2026-09'];
    const outcomes = await Promise.all(months.map((month) => enter(month, [['Sub1', 'agents', 1]])));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await bench.acme().readLatestUsage()).toEqual({ month: '2026-12', used: { agents: 1 } });
  });

  it('is refused whole where it names an unknown subscription, with the place, or where the month has not begun', async () => {
    const { enter, read } = await opened();
    const refused = await enter('2026-11', [
      ['Sub1', 'agents', 1],
      ['Sub9', 'agents', 1],
    ]);
    expect(refused).toEqual({
      ok: false,
      refusal: { reason: 'unknown-subscription', subscriptionId: 'Sub9', path: 'items[1].subscriptionId' },
    });
    expect(await enter('2027-01', [])).toMatchObject({ refusal: { reason: 'invalid-request', errors: [{ path: 'month' }] } });
    expect(await read('2026-11')).toEqual({ ok: false, refusal: { reason: 'usage-not-found' } });
    expect((await bench.acme().listAudit({ limit: 1 })).items.map(({ action }) => action)).not.toContain('usage-entered');
  });
});

describe('D15 the forecast that is asked for', () => {
  const bench = storesInMemory();

  it.each([
    ['begins before today', { from: dayOf('2026-12-01') }, 'from'],
    ['ends before it begins', { from: dayOf('2027-01-02'), to: dayOf('2027-01-01') }, 'to'],
    ['goes further than five years', { to: dayOf('2031-12-04') }, 'to'],
    ['begins further ahead than that', { from: dayOf('2032-01-01') }, 'from'],
  ])('is refused with the field where it %s', async (_, range, path) => {
    const { ports } = portsOn(bench);
    await aTenantToMove(ports);
    expect(await readForecast(ports, { tenantId: ACME, ...range })).toMatchObject({
      refusal: { reason: 'invalid-request', errors: [{ path }] },
    });
  });

  it('goes from today through a year ahead', async () => {
    const { ports } = portsOn(bench);
    await aTenantToMove(ports);
    expect(await readForecast(ports, { tenantId: ACME })).toMatchObject({
      value: {
        horizon: [
          { from: '2026-12-02', to: '2026-12-31', covered: 4 },
          { from: '2027-01-01', to: '2027-12-02', stranded: 4 },
        ],
      },
    });
  });

  it('ends with the five years where it begins less than a year before them and no end is asked for', async () => {
    const { ports } = portsOn(bench);
    await aTenantToMove(ports);
    expect(await readForecast(ports, { tenantId: ACME, from: dayOf('2031-06-01') })).toMatchObject({
      value: { horizon: [{ from: '2031-06-01', to: '2031-12-02', stranded: 4 }] },
    });
  });
});
