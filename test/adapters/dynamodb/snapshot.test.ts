import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { keyOf } from '#adapters/dynamodb/keys.ts';
import { idOf } from '#domain/ids.ts';
import { agents, aPerson, aSubscription, aTenant } from '#test/support/builders.ts';
import { intercept } from '#test/support/faults.ts';
import { ACME, createAcme, NOW, storesOnDynoxide } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';

const { acme, stores, client, tableName, faulty, write } = storesOnDynoxide();

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

/** A thousand people with long names: 1.6 MB, and a query reads one at a time. */
async function manyPeople(): Promise<readonly string[]> {
  const people = agents(1000, { name: 'n'.repeat(1500), holds: { Sub1: 'premium-agent' } });
  for (let first = 0; first < people.length; first += 100) {
    await write(...people.slice(first, first + 100).map((person): Change => ({ change: 'put-person', person, revision: 'absent' })));
  }
  return people.map(({ personId }) => personId);
}

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

  it('goes on over pages of a megabyte', async () => {
    await write(createAcme, sub('Sub1'));
    const ids = await manyPeople();
    const { client: counted, stores: countedStores } = faulty();
    const pages = intercept(counted, 'QueryCommand', () => undefined);
    const snapshot = await countedStores.storesFor(ACME).readSnapshot();
    expect(snapshot?.people.map(({ personId }) => personId)).toEqual(ids);
    expect(snapshot?.subscriptions).toHaveLength(1);
    expect(pages()).toBe(2);
  });

  it('is no snapshot when one page cannot be read', async () => {
    await write(createAcme);
    await manyPeople();
    const { client: broken, stores: brokenStores } = faulty();
    intercept(broken, 'QueryCommand', (_input, call) => {
      if (call === 1) throw new Error('The second page is lost.');
    });
    await expect(brokenStores.storesFor(ACME).readSnapshot()).rejects.toThrow('The second page is lost.');
  });

  it('is no snapshot when one item is broken, and the fault names the item but no person', async () => {
    await write(createAcme);
    await client().send(
      new PutCommand({ TableName: tableName(), Item: { ...keyOf.person(ACME, idOf.person('eve@acme.example')), name: 7 } }),
    );
    const read = acme().readSnapshot();
    await expect(read).rejects.toThrow(/TENANT#acme \/ PERSON#sha256:[0-9a-f]{16} cannot be read \(.*name: .*/);
    await expect(read).rejects.not.toThrow(/eve/);
  });

  it('leaves aside nouns it does not know', async () => {
    await write(createAcme);
    await client().send(new PutCommand({ TableName: tableName(), Item: { pk: 'TENANT#acme', sk: 'PARTNER#p1', name: 'A partner' } }));
    expect(await acme().readSnapshot()).toMatchObject({ subscriptions: [], people: [], recipients: [] });
  });
});
