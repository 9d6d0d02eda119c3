import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { keyOf } from '#adapters/dynamodb/keys.ts';
import { idOf } from '#domain/ids.ts';
import { agents, aSubscription } from '#test/support/builders.ts';
import { intercept } from '#test/support/faults.ts';
import { ACME, createAcme, storesOnDynoxide } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';

const { acme, client, tableName, faulty, write } = storesOnDynoxide();

/** A thousand people with long names: 1.6 MB, and a query reads one at a time. */
async function manyPeople(): Promise<readonly string[]> {
  const people = agents(1000, { name: 'n'.repeat(1500), holds: { Sub1: 'premium-agent' } });
  for (let first = 0; first < people.length; first += 100) {
    await write(...people.slice(first, first + 100).map((person): Change => ({ change: 'put-person', person, revision: 'absent' })));
  }
  return people.map(({ personId }) => personId);
}

describe('C3 the snapshot of a tenant', () => {
  it('goes on over pages of a megabyte', async () => {
    await write(createAcme, { change: 'put-subscription', subscription: aSubscription(), revision: 'absent', seats: {} });
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
    await client().send(new PutCommand({ TableName: tableName(), Item: { pk: 'TENANT#acme', sk: 'COUNTRY#de', name: 'Germany' } }));
    expect(await acme().readSnapshot()).toMatchObject({ subscriptions: [], people: [], recipients: [] });
  });
});
