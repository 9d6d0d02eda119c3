import { beforeEach, describe, expect, it } from 'vitest';
import { SETTLING_SECONDS } from '#domain/audit/entry-age.ts';
import { secondsAfter } from '#domain/days/instant.ts';
import { appendEntries } from '#test/support/an-audit.ts';
import { portsOn, type TestPorts } from '#test/support/ports.ts';
import { ACME, NOW, storesInMemory } from '#test/support/stores.ts';
import { chainAudit } from '#use-cases/chain-audit.ts';
import type { TenantStores } from '#use-cases/ports.ts';
import { verifyAudit } from '#use-cases/verify-audit.ts';

const bench = storesInMemory();
const HOUR = 3600;
let test: TestPorts;
beforeEach(() => {
  test = portsOn(bench);
});

const append = (count: number, seconds: number) => appendEntries(bench, count, seconds);
const always = () => true;
const chain = (hasTime = always) => chainAudit(test.ports, ACME, hasTime);
const numbers = async () => (await bench.acme().readChainLinks({ from: 1, limit: 1000 })).map(({ number }) => number);
const chainedIds = async () => (await bench.acme().readChainLinks({ from: 1, limit: 1000 })).map(({ entryId }) => entryId);
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe('U2 the sequencer', () => {
  it('chains what has settled, in the order of ids, and goes on from there the next time', async () => {
    const ids = await append(3, -HOUR);
    expect(await chain()).toBe('finished');
    const more = await append(2, -HOUR / 2);
    expect(await chain()).toBe('finished');
    expect(await numbers()).toEqual(upTo(5));
    expect(await chainedIds()).toEqual([...ids, ...more]);
    expect(await verifyAudit(test.ports, { tenantId: ACME })).toMatchObject({ value: { entries: 5, chained: 5, intact: true } });
  });

  it('leaves alone what is so young that an earlier entry may still be on its way', async () => {
    await append(1, -SETTLING_SECONDS - 1);
    await append(1, -SETTLING_SECONDS);
    await chain();
    expect(await numbers()).toEqual([1]);
    test.setNow(secondsAfter(NOW, 1));
    await chain();
    expect(await numbers()).toEqual([1, 2]);
  });

  it('never chains an entry that comes too late, so that a proof finds it', async () => {
    await append(2, -HOUR);
    await chain();
    const [late = ''] = await append(1, -2 * HOUR);
    await chain();
    expect(await chainedIds()).not.toContain(late);
    expect(await verifyAudit(test.ports, { tenantId: ACME })).toMatchObject({
      value: { intact: false, broken: { number: 1, entryId: late, reason: 'not-in-chain' } },
    });
  });

  it('fills one transaction after another, and says when its time is up', async () => {
    await append(230, -HOUR);
    const looks = [true, true, false];
    expect(await chain(() => looks.shift() ?? true)).toBe('out-of-time');
    expect(await numbers()).toHaveLength(200);
    expect(await chain()).toBe('finished');
    expect(await numbers()).toEqual(upTo(230));
  });

  it('does not chain what has expired before anybody asked for it', async () => {
    await append(1, -500 * 24 * HOUR);
    await append(1, -HOUR);
    await chain();
    expect(await numbers()).toEqual([1]);
  });
});

describe('U2 two sequencers at the same time', () => {
  it('chain each entry once', async () => {
    const ids = await append(30, -HOUR);
    await Promise.all([chain(), chain(), chain()]);
    expect(await numbers()).toEqual(upTo(30));
    expect(await chainedIds()).toEqual(ids);
  });

  it('chain each entry once when one has read the head before the other wrote', async () => {
    const ids = await append(150, -HOUR);
    const slow = beforeItsFirstWrite(test, () => chain().then(() => undefined));
    expect(await chainAudit(slow, ACME, always)).toBe('finished');
    expect(await chainedIds()).toEqual(ids);
    expect(await verifyAudit(test.ports, { tenantId: ACME })).toMatchObject({ value: { entries: 150, chained: 150, intact: true } });
  });
});

/** Ports with which the first commit comes only after something else was done. */
function beforeItsFirstWrite({ ports }: TestPorts, first: () => Promise<void>): TestPorts['ports'] {
  let pending: (() => Promise<void>) | undefined = first;
  const storesFor = (tenantId: typeof ACME): TenantStores => {
    const stores = ports.stores.storesFor(tenantId);
    return {
      ...stores,
      commit: async (...asked) => {
        const act = pending;
        pending = undefined;
        await act?.();
        return stores.commit(...asked);
      },
    };
  };
  return { ...ports, stores: { ...ports.stores, storesFor } };
}
