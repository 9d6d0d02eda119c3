import { describe, expect, it } from 'vitest';
import { INDEX } from '#adapters/dynamodb/keys.ts';
import { ALL_SHARDS } from '#adapters/dynamodb/shards.ts';
import { addDays, dayOf } from '#domain/days/day.ts';
import { idOf } from '#domain/ids.ts';
import { aTenant } from '#test/support/builders.ts';
import { countCalls, intercept } from '#test/support/faults.ts';
import { NOW, storesOnDynoxide } from '#test/support/stores.ts';
import type { ListedTenant } from '#use-cases/stored.ts';

/** 10,000 in the long run: `npm run test:long`. */
const TENANTS = Number(process.env['LAPSEWATCH_TENANTS'] ?? 60);
const AT_ONCE = 20;
const PAGE = 25;

const bench = storesOnDynoxide();
const ids = Array.from({ length: TENANTS }, (_, n) => `tenant-${String(n).padStart(5, '0')}`);

/** As its first check left it. */
async function checked(id: string, n: number): Promise<void> {
  const stores = bench.stores().storesFor(idOf.tenant(id));
  await stores.commit([{ change: 'create-tenant', tenant: aTenant({ tenantId: id }), nextCheckAt: NOW }]);
  const soonestLoss = { soonestLossOn: addDays(dayOf('2027-01-01'), n % 30), losing: n % 7 };
  const counts = { subscriptions: 1, people: 1, covered: 1, stranded: 0, atRisk: 0 };
  await stores.commit([{ change: 'finish-check', checkedAt: NOW, from: NOW, nextCheckAt: NOW, soonestLoss, counts }]);
}

describe('the list of tenants', () => {
  it('is read from the index alone, one query a shard and page', async () => {
    for (let n = 0; n < TENANTS; n += AT_ONCE) await Promise.all(ids.slice(n, n + AT_ONCE).map((id, k) => checked(id, n + k)));
    const { client, stores } = bench.faulty();
    const calls = countCalls(client);
    const indexes: unknown[] = [];
    const queries = intercept(
      client,
      'QueryCommand',
      (input) => void indexes.push(input instanceof Object && 'IndexName' in input && input.IndexName),
    );
    const seen: ListedTenant[] = [];
    let pages = 0;
    let cursor: string | undefined;
    do {
      const page = await stores.listTenants({ limit: PAGE, lossThrough: dayOf('2027-01-20'), ...(cursor !== undefined && { cursor }) });
      seen.push(...page.items);
      cursor = page.next;
      pages += 1;
    } while (cursor !== undefined);
    expect(seen.map(({ tenantId }) => tenantId).toSorted()).toEqual(ids.filter((_, n) => n % 30 < 20));
    expect([calls(), queries()]).toEqual([pages * ALL_SHARDS.length, pages * ALL_SHARDS.length]);
    expect(new Set(indexes)).toEqual(new Set([INDEX.tenants.name]));
  }, 600_000);
});
