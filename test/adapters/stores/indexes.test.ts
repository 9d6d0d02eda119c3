import { describe, expect, it } from 'vitest';
import { shardOf } from '#adapters/dynamodb/shards.ts';
import { dayOf } from '#domain/days/day.ts';
import { idOf } from '#domain/ids.ts';
import { aTenant } from '#test/support/builders.ts';
import { EITHER_STORES, momentOf, NOW } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';
import { InvalidCursor } from '#use-cases/invalid-cursor.ts';

const ids = Array.from({ length: 40 }, (_, n) => `tenant-${String(n).padStart(2, '0')}`);

describe.each(EITHER_STORES)('indexes %s', (_where, openStores) => {
  const { stores } = openStores();
  const commit = (id: string, change: Change) => stores().storesFor(idOf.tenant(id)).commit([change]);
  const create = (id: string, nextCheckAt = NOW) => commit(id, { change: 'create-tenant', tenant: aTenant({ tenantId: id }), nextCheckAt });
  const finish = (id: string, soonestLossOn: string, people = 10) =>
    commit(id, {
      change: 'finish-check',
      checkedAt: NOW,
      from: NOW,
      nextCheckAt: momentOf('2026-12-03T07:00:00Z'),
      soonestLossOn: dayOf(soonestLossOn),
      counts: { subscriptions: 1, people, covered: people, stranded: 0, atRisk: 0 },
    });

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
    it('goes from the soonest loss of access to none, page by page over all shards', async () => {
      for (const [n, id] of ids.entries()) {
        await create(id);
        await finish(id, `2027-02-${String(28 - (n % 20)).padStart(2, '0')}`, n);
      }
      await create('unchecked');
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page: Awaited<ReturnType<ReturnType<typeof stores>['listTenants']>> = await stores().listTenants({
          limit: 7,
          ...(cursor && { cursor }),
        });
        expect(page.items.length).toBe(page.next === undefined ? 6 : 7);
        seen.push(...page.items.map(({ soonestLossOn, tenantId }) => `${soonestLossOn}#${tenantId}`));
        cursor = page.next;
      } while (cursor !== undefined);
      expect(seen).toHaveLength(41);
      expect(seen).toEqual(seen.toSorted());
      expect(seen.at(-1)).toBe('9999-12-31#unchecked');
    });

    it('shows what the last check counted, once there was one', async () => {
      await create('acme');
      expect(await stores().listTenants({ limit: 1 })).toEqual({ items: [{ tenantId: 'acme', soonestLossOn: '9999-12-31' }] });
      await finish('acme', '2027-01-01');
      expect(await stores().listTenants({ limit: 1 })).toEqual({
        items: [
          { tenantId: 'acme', soonestLossOn: '2027-01-01', counts: { subscriptions: 1, people: 10, covered: 10, stranded: 0, atRisk: 0 } },
        ],
      });
    });

    it('refuses a cursor that no list gave', async () => {
      await expect(stores().listTenants({ limit: 1, cursor: '***' })).rejects.toThrow(InvalidCursor);
    });
  });
});
