import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import type { Import } from '#domain/imports/import.ts';
import { agents, aSubscription, aTenant } from '#test/support/builders.ts';
import { createAcme, EITHER_STORES, momentOf, NOW } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';

const hide: Change = { change: 'hide-tenant', revision: 1, at: NOW };
const anImport: Import = {
  importId: idOf.import('01IMPORT'),
  startedBy: 'x',
  startedAt: NOW,
  status: 'done',
  chunks: 0,
  chunksDone: 0,
  columns: [],
  ...{ imported: 0, unchanged: 0, ignored: 0, absent: 0, rejected: [], rejectedCount: 0 },
};

describe.each(EITHER_STORES)('a purge %s', (_where, openStores) => {
  const { acme, stores, write, itemsIn } = openStores();
  const partition = async (pk: string) => (await itemsIn(pk)).length;

  async function purgeCalls(): Promise<number> {
    for (let call = 1; call <= 20; call += 1) if (await acme().purge()) return call;
    throw new Error('The purge never ends.');
  }

  describe('the purge of a deleted tenant', () => {
    it('deletes everything but the audit and its chain, the tenant itself last', async () => {
      await write(
        createAcme,
        { change: 'put-subscription', subscription: aSubscription(), revision: 'absent', seats: {} },
        { change: 'put-not-moving', reassignmentId: idOf.reassignment('01RUN'), page: 0, people: [] },
        { change: 'start-import', import: anImport },
        { change: 'remember-answer', answer: { key: 'k', requestHash: 'h', status: 200, body: {}, expiresAt: NOW } },
        { change: 'put-usage', usage: { month: '2026-11', items: [] }, revision: 'absent' },
        { change: 'keep-latest-usage', usage: { month: '2026-11', used: {} } },
        { change: 'append-audit', entry: { entryId: '01A', at: NOW, who: 'x', door: 'api', action: 'tenant-created' } },
        { change: 'append-chain-link', link: { number: 1, entryId: '01A', entryHash: 'a', hash: 'b' } },
      );
      await write(hide);
      expect(await purgeCalls()).toBe(6);
      for (const part of ['', '#USAGE', '#REASSIGNMENT', '#IMPORT', '#IDEMPOTENCY']) expect(await partition(`TENANT#acme${part}`)).toBe(0);
      for (const part of ['#AUDIT', '#CHAIN']) expect(await partition(`TENANT#acme${part}`)).toBe(1);
      expect(await stores().unfinished(momentOf('9999-12-31T00:00:00Z'))).toEqual([]);
    });

    it('goes on page by page, and the tenant cannot come back meanwhile', async () => {
      await write(createAcme);
      const people = agents(600);
      for (let first = 0; first < 600; first += 100) {
        await write(...people.slice(first, first + 100).map((person): Change => ({ change: 'put-person', person, revision: 'absent' })));
      }
      await write(hide);
      expect(await acme().purge()).toBe(false);
      expect(await partition('TENANT#acme')).toBe(101);
      expect(await acme().commit([createAcme])).toMatchObject({ ok: false });
      expect(await acme().purge()).toBe(false);
      expect(await acme().purge()).toBe(true);
      await write(createAcme);
    });

    it('touches no other tenant', async () => {
      const other = stores().storesFor(idOf.tenant('acme2'));
      await other.commit([{ change: 'create-tenant', tenant: aTenant({ tenantId: 'acme2' }), nextCheckAt: NOW }]);
      await write(createAcme);
      await write(hide);
      await purgeCalls();
      expect(await other.readTenant()).toMatchObject({ tenantId: 'acme2' });
    });

    it('has nothing left to do for a tenant that is gone', async () => {
      expect(await acme().purge()).toBe(true);
    });

    it('is refused for a tenant that is in sight', async () => {
      await write(createAcme);
      await expect(acme().purge()).rejects.toThrow('The tenant acme was to be purged, but it is not deleted.');
      expect(await acme().readTenant()).toBeDefined();
    });
  });
});
