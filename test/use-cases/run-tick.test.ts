import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import { aTenant } from '#test/support/builders.ts';
import { portsOn } from '#test/support/ports.ts';
import { ACME, createAcme, momentOf, NOW, storesInMemory } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';
import { runTick } from '#use-cases/run-tick.ts';

const bench = storesInMemory();
const other = idOf.tenant('other');
const enqueue = (id: string): Change => ({
  change: 'enqueue',
  item: {
    outboxId: idOf.outbox(id),
    tenantId: ACME,
    createdAt: NOW,
    work: { work: 'event', event: { detailType: 'solved', tenantId: ACME, kind: 'access-ends', severity: 'warning', at: NOW } },
  },
});
const createOther = (nextCheckAt: string) =>
  bench
    .stores()
    .storesFor(other)
    .commit([{ change: 'create-tenant', tenant: aTenant({ tenantId: 'other' }), nextCheckAt: momentOf(nextCheckAt) }]);

describe('C1 a tick', () => {
  it('asks for a check of every tenant that is due, and of no other', async () => {
    await bench.write(createAcme);
    await createOther('2026-12-02T07:00:00.001Z');
    const { ports, asked } = portsOn(bench);
    expect(await runTick(ports)).toMatchObject({ due: 1, unsent: 0 });
    expect(asked.checks).toEqual([{ tenantId: ACME, because: 'due', requestedAt: NOW }]);
  });

  it('finds what has been due for days, the longest first', async () => {
    await bench.write(createAcme);
    await createOther('2026-11-20T07:00:00Z');
    const { ports, asked } = portsOn(bench);
    await runTick(ports);
    expect(asked.checks.map(({ tenantId }) => tenantId)).toEqual([other, ACME]);
  });

  it('asks again as long as nobody has made the check', async () => {
    await bench.write(createAcme);
    const { ports, asked } = portsOn(bench);
    for (const _tick of [1, 2]) await runTick(ports);
    expect(asked.checks).toHaveLength(2);
  });

  it('A4 sweeps messages that their queue has lost, and says how long the oldest waits', async () => {
    await bench.write(createAcme, enqueue('01B'), enqueue('01A'));
    const { ports, asked, setNow } = portsOn(bench);
    await runTick(ports);
    expect(asked.deliveries).toEqual([]);
    setNow(momentOf('2026-12-02T07:05:00Z'));
    expect(await runTick(ports)).toMatchObject({ unsent: 2, oldestUnsent: '01A' });
    expect(asked.deliveries.toSorted()).toEqual(['01A', '01B']);
  });
});
