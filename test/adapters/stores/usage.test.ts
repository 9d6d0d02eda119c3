import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import { createAcme, EITHER_STORES } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';

const items = [{ subscriptionId: idOf.subscription('Sub1'), type: 'agents', quantity: 27 }] as const;
const put = (quantity: number, revision: number | 'absent'): Change => ({
  change: 'put-usage',
  usage: { month: '2026-11', items: [{ ...items[0], quantity }] },
  revision,
});
const keep = (month: string, agents: number): Change => ({ change: 'keep-latest-usage', usage: { month, used: { agents } } });

describe.each(EITHER_STORES)('usage %s', (_where, openStores) => {
  const { acme, write, refuse } = openStores();

  it('is read as it was entered, month by month, and replaced under the revision', async () => {
    await write(put(27, 'absent'));
    expect(await acme().readUsage('2026-11')).toEqual({ month: '2026-11', items, revision: 1 });
    expect(await acme().readUsage('2026-10')).toBeUndefined();
    await refuse([put(30, 'absent')]);
    await refuse([put(30, 2)]);
    await write(put(30, 1));
    expect(await acme().readUsage('2026-11')).toMatchObject({ items: [{ quantity: 30 }], revision: 2 });
  });

  it('D19 is kept of the latest month beside the tenant: entered again it is replaced, and no older month takes its place', async () => {
    await write(createAcme);
    expect(await acme().readLatestUsage()).toBeUndefined();
    await write(keep('2026-10', 1));
    await write(keep('2026-11', 2));
    await refuse([keep('2026-10', 3)]);
    await write(keep('2026-11', 4));
    expect(await acme().readLatestUsage()).toEqual({ month: '2026-11', used: { agents: 4 } });
    expect((await acme().readSnapshot())?.usage).toEqual({ month: '2026-11', used: { agents: 4 } });
  });
});
