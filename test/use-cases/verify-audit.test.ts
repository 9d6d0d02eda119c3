import { beforeEach, describe, expect, it } from 'vitest';
import { secondsAfter } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import { appendEntries } from '#test/support/an-audit.ts';
import { portsOn, type TestPorts } from '#test/support/ports.ts';
import { ACME, createAcme, NOW, storesInMemory } from '#test/support/stores.ts';
import { chainAudit } from '#use-cases/chain-audit.ts';
import { verifyAudit } from '#use-cases/verify-audit.ts';

const bench = storesInMemory();
const HOUR = 3600;
let test: TestPorts;
beforeEach(() => {
  test = portsOn(bench);
});

const append = (count: number, seconds: number) => appendEntries(bench, count, seconds);
const chain = () => chainAudit(test.ports, ACME, () => true);
const verified = async (from?: number) => {
  const outcome = await verifyAudit(test.ports, { tenantId: ACME, from });
  return outcome.ok ? outcome.value : outcome.refusal;
};
const linkOf = async (number: number) => (await bench.acme().readChainLinks({ from: number, limit: 1 }))[0];

describe('U2 a proof of the audit', () => {
  it('counts every entry, and those among them that are chained, up to the head', async () => {
    await append(3, -HOUR);
    await chain();
    await append(2, -60);
    const [first, head] = [await linkOf(1), await linkOf(3)];
    expect(await verified()).toEqual({
      entries: 5,
      chained: 3,
      intact: true,
      first: { number: 1, hash: first?.hash },
      head: { number: 3, hash: head?.hash },
    });
  });

  it('holds before anything was chained, and for a tenant to whom nothing happened', async () => {
    await bench.write(createAcme);
    expect(await verified()).toEqual({ entries: 0, chained: 0, intact: true });
    await append(1, -HOUR);
    expect(await verified()).toEqual({ entries: 1, chained: 0, intact: true });
  });

  it('is of a tenant that is or was: of one that never was it is refused', async () => {
    await append(1, -HOUR);
    expect(await verified()).toMatchObject({ intact: true });
    expect(await verifyAudit(test.ports, { tenantId: idOf.tenant('nobody') })).toEqual({
      ok: false,
      refusal: { reason: 'tenant-not-found' },
    });
  });

  it('goes through a long audit in stretches, and when its time is up says from which number to go on', async () => {
    await append(620, -HOUR);
    await chain();
    let seconds = 0;
    const now = () => secondsAfter(NOW, 10 * seconds++);
    const { stores, digest } = test.ports;
    expect(await verifyAudit({ stores, digest, clock: { now } }, { tenantId: ACME })).toMatchObject({
      value: { entries: 100, chained: 100, intact: true, head: { number: 620 }, next: 101 },
    });
    expect(await verified()).toMatchObject({ entries: 620, chained: 620, intact: true, head: { number: 620 } });
    expect(await verified(101)).toMatchObject({ entries: 520, chained: 520, intact: true, first: { number: 101 } });
  });

  it('begins at a number that somebody kept, and shows that link’s hash', async () => {
    await append(5, -HOUR);
    await chain();
    expect(await verified(4)).toMatchObject({ entries: 2, intact: true, first: { number: 4, hash: (await linkOf(4))?.hash } });
  });

  it('shows that the chain ends before a number that somebody kept', async () => {
    await append(2, -HOUR);
    await chain();
    expect(await verified(3)).toMatchObject({ intact: false, broken: { number: 3, reason: 'link-missing' } });
  });
});
