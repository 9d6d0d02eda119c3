import { describe, expect, it } from 'vitest';
import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import { dayOf } from '#domain/days/day.ts';
import { idOf } from '#domain/ids.ts';
import { aTenant } from '#test/support/builders.ts';
import { createAcme, EITHER_STORES, momentOf, NOW } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';
import type { TenantCounts } from '#use-cases/stored.ts';

const TOMORROW = momentOf('2026-12-03T07:00:00.000Z');
const counts: TenantCounts = { subscriptions: 2, people: 30, covered: 29, stranded: 1, atRisk: 4 };
const finishCheck: ChangeOf<'finish-check'> = {
  change: 'finish-check',
  checkedAt: NOW,
  from: NOW,
  nextCheckAt: TOMORROW,
  soonestLoss: { soonestLossOn: dayOf('2027-01-01'), losing: 4 },
  counts,
};

describe.each(EITHER_STORES)('tenants %s', (_where, openStores) => {
  const { acme, stores, write, refuse } = openStores();
  describe('the tenant item', () => {
    it('is read as it was created, at its first revision', async () => {
      await write({ change: 'create-tenant', tenant: aTenant({ primaryOverride: 'Sub2' }), nextCheckAt: NOW });
      expect(await acme().readTenant()).toEqual({
        ...aTenant({ primaryOverride: 'Sub2' }),
        revision: 1,
        nextCheckAt: NOW,
        subscriptionsRevision: 0,
        told: {},
        toldRevision: 0,
      });
    });

    it('is not created twice', async () => {
      await write(createAcme);
      await refuse([createAcme]);
    });

    it('is unknown until it is created', async () => {
      expect(await acme().readTenant()).toBeUndefined();
      expect(await acme().readSnapshot()).toBeUndefined();
      await refuse([{ change: 'require-tenant' }]);
    });

    it('loses on replacement what is left out, and keeps what the check owns', async () => {
      await write({ change: 'create-tenant', tenant: aTenant({ primaryOverride: 'Sub2' }), nextCheckAt: NOW });
      await write(finishCheck);
      await write({ change: 'replace-tenant', tenant: aTenant({ name: 'Acme 2' }), revision: 1, nextCheckAt: NOW });
      expect(await acme().readTenant()).toEqual({
        ...aTenant({ name: 'Acme 2' }),
        revision: 2,
        nextCheckAt: NOW,
        subscriptionsRevision: 0,
        checkedAt: NOW,
        counts,
        told: {},
        toldRevision: 0,
      });
    });

    it('is not replaced under an old revision', async () => {
      await write(createAcme);
      await refuse([{ change: 'replace-tenant', tenant: aTenant(), revision: 2, nextCheckAt: NOW }]);
    });

    it('holds its list of subscriptions under a number of its own', async () => {
      await write(createAcme);
      await write({ change: 'change-subscriptions', subscriptionsRevision: 0 });
      await refuse([{ change: 'change-subscriptions', subscriptionsRevision: 0 }]);
      expect(await acme().readTenant()).toMatchObject({ revision: 1, subscriptionsRevision: 1 });
    });

    it('remembers what tooling was told, under what was read', async () => {
      await write(createAcme);
      const told = {
        kind: 'admins-unknown',
        subject: '#tenant',
        on: dayOf('2026-12-02'),
        rung: 'once',
        severity: 'warning',
        at: NOW,
      } as const;
      await write({ change: 'tell-tooling', told: { 'admins-unknown|#tenant': told }, toldRevision: 0 });
      await refuse([{ change: 'tell-tooling', told: {}, toldRevision: 0 }]);
      expect(await acme().readTenant()).toMatchObject({ told: { 'admins-unknown|#tenant': told }, toldRevision: 1, revision: 1 });
    });
  });

  describe('C3 the end of a check', () => {
    it('moves nextCheckAt under its old value', async () => {
      await write(createAcme);
      await write(finishCheck);
      await refuse([finishCheck]);
      expect(await acme().readTenant()).toMatchObject({ nextCheckAt: TOMORROW, checkedAt: NOW, counts, revision: 1 });
    });

    it('is refused for a tenant that was replaced while it was checked', async () => {
      await write(createAcme);
      await write({ change: 'replace-tenant', tenant: aTenant({ name: 'Acme 2' }), revision: 1, nextCheckAt: NOW });
      await refuse([{ ...finishCheck, revision: 1 }]);
      await write({ ...finishCheck, revision: 2 });
    });

    it('is in the way of a replacement that read the tenant before it', async () => {
      await write(createAcme);
      await write(finishCheck);
      const replace: ChangeOf<'replace-tenant'> = { change: 'replace-tenant', tenant: aTenant(), revision: 1, from: NOW, nextCheckAt: NOW };
      await refuse([replace]);
      await write({ ...replace, from: TOMORROW });
    });
  });

  describe('a deleted tenant', () => {
    it('is out of sight at once', async () => {
      await write(createAcme);
      await write({ change: 'hide-tenant', revision: 1, at: NOW });
      expect(await acme().readTenant()).toBeUndefined();
      expect(await acme().readSnapshot()).toBeUndefined();
      expect(await stores().dueTenants(TOMORROW)).toEqual([]);
      expect(await stores().listTenants({ limit: 10 })).toEqual({ items: [] });
    });

    it.each<readonly [string, Change]>([
      ['being required', { change: 'require-tenant' }],
      ['a replacement', { change: 'replace-tenant', tenant: aTenant(), revision: 1, nextCheckAt: NOW }],
      ['a change of its subscriptions', { change: 'change-subscriptions', subscriptionsRevision: 0 }],
      ['the end of a check', finishCheck],
      ['telling tooling', { change: 'tell-tooling', told: {}, toldRevision: 0 }],
      ['being deleted again', { change: 'hide-tenant', revision: 1, at: NOW }],
      ['being created again before it is purged', createAcme],
    ])('refuses %s', async (_what, change) => {
      await write(createAcme);
      await write({ change: 'hide-tenant', revision: 1, at: NOW });
      await refuse([change]);
    });

    it('is not deleted under an old revision', async () => {
      await write(createAcme);
      await refuse([{ change: 'hide-tenant', revision: 2, at: NOW }]);
    });

    it('stays unfinished for the sweep from five minutes after', async () => {
      await write(createAcme);
      await write({ change: 'hide-tenant', revision: 1, at: NOW });
      expect(await stores().unfinished(momentOf('2026-12-02T07:04:59.999Z'))).toEqual([]);
      expect(await stores().unfinished(momentOf('2026-12-02T07:05:00.000Z'))).toEqual([
        { unfinished: 'purge', tenantId: idOf.tenant('acme') },
      ]);
    });
  });
});
