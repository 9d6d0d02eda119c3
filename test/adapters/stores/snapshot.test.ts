import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import { aPerson, aSubscription, aTenant } from '#test/support/builders.ts';
import { createAcme, EITHER_STORES, NOW } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';

const sub = (subscriptionId: string): Change => ({
  change: 'put-subscription',
  subscription: aSubscription({ subscriptionId }),
  revision: 'absent',
  seats: {},
});
const anna: Change = {
  change: 'put-recipient',
  recipient: { recipientId: idOf.recipient('anna'), name: 'Anna', language: 'en', mayAct: false, escalation: false },
  revision: 'absent',
  channels: {},
};

describe.each(EITHER_STORES)('a snapshot %s', (_where, openStores) => {
  const { acme, stores, write } = openStores();
  describe('C3 the snapshot of a tenant', () => {
    it('is everything of the tenant, each noun in order of id, and nothing of another', async () => {
      await write(createAcme, sub('Sub2'), sub('Sub1'), anna, { change: 'put-person', person: aPerson(), revision: 'absent' });
      const other = stores().storesFor(idOf.tenant('acme2'));
      await other.commit([{ change: 'create-tenant', tenant: aTenant({ tenantId: 'acme2' }), nextCheckAt: NOW }, sub('Sub3')]);
      const snapshot = await acme().readSnapshot();
      expect(snapshot?.tenant).toEqual(await acme().readTenant());
      expect(snapshot?.subscriptions).toEqual(await acme().readSubscriptions());
      expect(snapshot?.subscriptions.map(({ subscriptionId }) => subscriptionId)).toEqual(['Sub1', 'Sub2']);
      expect(snapshot?.people).toEqual([{ ...aPerson(), revision: 1 }]);
      expect(snapshot?.recipients).toEqual(await acme().readRecipients());
      expect((await other.readSnapshot())?.subscriptions).toHaveLength(1);
    });
  });
});
