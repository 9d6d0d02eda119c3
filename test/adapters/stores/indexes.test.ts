import { describe, expect, it } from 'vitest';
import { shardOf } from '#adapters/dynamodb/shards.ts';
import { dayOf } from '#domain/days/day.ts';
import { byId, idOf } from '#domain/ids.ts';
import { aTenant } from '#test/support/builders.ts';
import { EITHER_STORES, momentOf, NOW } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';
import { InvalidCursor } from '#use-cases/invalid-cursor.ts';
import type { Page, TenantsRequest } from '#use-cases/ports.ts';
import type { ListedTenant } from '#use-cases/stored.ts';

type Seen = Pick<ListedTenant, 'soonestLossOn' | 'losing' | 'tenantId'>;
const bySoonestThenMost = (left: Seen, right: Seen) =>
  byId(left.soonestLossOn, right.soonestLossOn) || right.losing - left.losing || byId(left.tenantId, right.tenantId);
const ids = Array.from({ length: 40 }, (_, n) => `tenant-${String(n).padStart(2, '0')}`);

describe.each(EITHER_STORES)('indexes %s', (_where, openStores) => {
  const { stores } = openStores();
  const commit = (id: string, change: Change) => stores().storesFor(idOf.tenant(id)).commit([change]);
  const create = (id: string, nextCheckAt = NOW) => commit(id, { change: 'create-tenant', tenant: aTenant({ tenantId: id }), nextCheckAt });
  const finish = (id: string, soonestLossOn: string, losing = 10) =>
    commit(id, {
      change: 'finish-check',
      checkedAt: NOW,
      from: NOW,
      nextCheckAt: momentOf('2026-12-03T07:00:00Z'),
      soonestLoss: { soonestLossOn: dayOf(soonestLossOn), losing },
      counts: { subscriptions: 1, people: 10, covered: 10, stranded: 0, atRisk: 0 },
    });

  /** The list to its end, and how long each page was. */
  async function wholeList(request: TenantsRequest) {
    const seen: ListedTenant[] = [];
    const pages: number[] = [];
    let cursor: string | undefined;
    do {
      const page: Page<ListedTenant> = await stores().listTenants({ ...request, ...(cursor && { cursor }) });
      pages.push(page.items.length);
      seen.push(...page.items);
      cursor = page.next;
    } while (cursor !== undefined);
    return { seen: seen.map(({ counts: _counts, ...listed }) => listed), pages };
  }

  describe('C1 the due index', () => {
    it('finds the tenants of all shards whose moment has come, longest overdue first', async () => {
      for (const [n, id] of ids.entries()) await create(id, momentOf(`2026-12-02T06:${String(59 - n).padStart(2, '0')}:00Z`));
      expect(new Set(ids.map(shardOf)).size).toBeGreaterThan(10);
      expect(await stores().dueTenants(momentOf('2026-12-02T06:59:00Z'))).toEqual(ids.toReversed());
      expect(await stores().dueTenants(momentOf('2026-12-02T06:20:59Z'))).toEqual(ids.slice(39));
      expect(await stores().dueTenants(momentOf('2026-12-02T06:19:59Z'))).toEqual([]);
    });

    it('no longer finds a tenant that was checked', async () => {
      await create('acme');
      await finish('acme', '2027-01-01');
      expect(await stores().dueTenants(momentOf('2026-12-03T06:59:59Z'))).toEqual([]);
      expect(await stores().dueTenants(momentOf('2026-12-03T07:00:00Z'))).toEqual(['acme']);
    });

    it('follows a changed alert hour', async () => {
      await create('acme');
      await commit('acme', { change: 'replace-tenant', tenant: aTenant(), revision: 1, nextCheckAt: momentOf('2026-12-02T12:00:00Z') });
      expect(await stores().dueTenants(NOW)).toEqual([]);
      expect(await stores().dueTenants(momentOf('2026-12-02T12:00:00Z'))).toEqual(['acme']);
    });
  });

  describe('the list of all tenants', () => {
    it('goes from the soonest loss of access to none, then from most people to fewest, page by page over all shards', async () => {
      for (const [n, id] of ids.entries()) {
        await create(id);
        await finish(id, `2027-02-${String(28 - (n % 20)).padStart(2, '0')}`, n * 7);
      }
      await create('unchecked');
      const { seen, pages } = await wholeList({ limit: 7 });
      expect(pages).toEqual([7, 7, 7, 7, 7, 6]);
      expect(seen).toEqual(seen.toSorted(bySoonestThenMost));
      expect(new Set(seen.map(({ tenantId }) => tenantId))).toEqual(new Set([...ids, 'unchecked']));
      expect(seen.at(-1)).toEqual({ tenantId: 'unchecked', soonestLossOn: '9999-12-31', losing: 0 });
    });

    it('ends, where that is asked, with the last day by which somebody loses access', async () => {
      for (const [n, id] of ids.entries()) {
        await create(id);
        await finish(id, `2027-02-${String((n % 20) + 1).padStart(2, '0')}`, n);
      }
      const through = async (day: string) => (await wholeList({ limit: 7, lossThrough: dayOf(day) })).seen.map(({ tenantId }) => tenantId);
      expect(await through('2027-01-31')).toEqual([]);
      expect(await through('2027-02-01')).toEqual(['tenant-20', 'tenant-00']);
      expect(await through('2027-02-10')).toHaveLength(20);
      expect(await through('9999-12-31')).toHaveLength(40);
    });

    it('has nothing more where a cursor is beyond the last day that is asked for', async () => {
      for (const id of ids) {
        await create(id);
        await finish(id, '2027-02-01');
      }
      const { next = '' } = await stores().listTenants({ limit: 7 });
      expect(await stores().listTenants({ limit: 7, cursor: next, lossThrough: dayOf('2027-01-31') })).toEqual({ items: [] });
    });

    it('goes on behind a tenant whose id begins another one', async () => {
      for (const id of ['acme', 'acme+1', 'acme-berlin', 'acme.de', 'acme1']) {
        await create(id);
        await finish(id, '2027-02-01');
      }
      const { seen } = await wholeList({ limit: 1 });
      expect(seen.map(({ tenantId }) => tenantId)).toEqual(['acme', 'acme+1', 'acme-berlin', 'acme.de', 'acme1']);
    });

    it('shows what the last check counted, once there was one', async () => {
      await create('acme');
      expect(await stores().listTenants({ limit: 1 })).toEqual({ items: [{ tenantId: 'acme', soonestLossOn: '9999-12-31', losing: 0 }] });
      await finish('acme', '2027-01-01');
      expect(await stores().listTenants({ limit: 1 })).toEqual({
        items: [
          {
            tenantId: 'acme',
            soonestLossOn: '2027-01-01',
            losing: 10,
            counts: { subscriptions: 1, people: 10, covered: 10, stranded: 0, atRisk: 0 },
          },
        ],
      });
    });

    it('refuses a cursor that no list gave', async () => {
      await expect(stores().listTenants({ limit: 1, cursor: '***' })).rejects.toThrow(InvalidCursor);
    });
  });
});
