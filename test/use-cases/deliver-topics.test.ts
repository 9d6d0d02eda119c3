import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import type { OutboxWork } from '#domain/outbox/outbox-item.ts';
import type { Recipient } from '#domain/recipients/recipient.ts';
import { deliverPortsOn } from '#test/support/outgoing.ts';
import { ACME, createAcme, NOW, storesInMemory } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';
import { deliverOutboxItem } from '#use-cases/deliver-outbox-item.ts';
import type { Topics } from '#use-cases/ports.ts';
import type { StoredChannel, StoredRecipient } from '#use-cases/stored.ts';

const bench = storesInMemory();
const { acme, write } = bench;
const ID = idOf.outbox('01OUTBOX');
const anna: Recipient = {
  recipientId: idOf.recipient('anna'),
  name: 'Anna',
  language: 'en',
  email: 'a@acme.example',
  mayAct: true,
  escalation: false,
};
const pending: StoredChannel = { address: 'a@acme.example', delivery: 'pending' };
const subscribed: StoredChannel = { ...pending, subscriptionArn: 'arn:a@acme.example' };

const put = (email: StoredChannel | undefined, revision: number | 'absent' = 'absent'): Change => {
  const { email: _none, ...without } = anna;
  const channels: StoredRecipient['channels'] = email === undefined ? {} : { email };
  return { change: 'put-recipient', recipient: email === undefined ? without : { ...anna, email: email.address }, revision, channels };
};
const enqueue = (work: OutboxWork): Change => ({ change: 'enqueue', item: { outboxId: ID, tenantId: ACME, createdAt: NOW, work } });
const reconcile = (resend = false) => enqueue({ work: 'reconcile-topic', recipientId: anna.recipientId, channel: 'email', resend });
const confirm = (token: string) => enqueue({ work: 'confirm-topic', recipientId: anna.recipientId, channel: 'email', token });

/** Delivers the item; answers with the outcome, what was done to topics, the channel as it is stored, and the audit. */
async function deliver(replaced: Partial<Topics> = {}) {
  const { ports, outgoing } = deliverPortsOn(bench, replaced);
  const outcome = await deliverOutboxItem(ports, { outboxId: ID, owner: 'worker-1' });
  const channel = (await acme().readRecipient(anna.recipientId))?.channels.email;
  const audit = (await acme().listAudit({ limit: 10 })).items.map(({ action, subject, before, after, door }) => ({
    action,
    subject,
    before,
    after,
    door,
  }));
  return { outcome, topics: outgoing.topics, channel, audit };
}

describe('A2 a recipient’s topic follows the recipient', () => {
  it('is subscribed to the address, and what SNS says is written down; there is nothing to audit while it stays pending', async () => {
    await write(createAcme, put(pending), reconcile());
    expect(await deliver()).toEqual({
      outcome: 'sent',
      topics: ['subscribe anna email a@acme.example resend'],
      channel: subscribed,
      audit: [],
    });
  });

  it('is not asked for confirmation twice, and writes nothing where nothing has changed', async () => {
    await write(createAcme, put(subscribed), reconcile());
    expect(await deliver()).toMatchObject({ topics: ['subscribe anna email a@acme.example'], channel: subscribed, audit: [] });
  });

  it('is asked for confirmation again on request', async () => {
    await write(createAcme, put(subscribed), reconcile(true));
    expect((await deliver()).topics).toEqual(['subscribe anna email a@acme.example resend']);
  });

  it('keeps the ARN it knows when SNS keeps it to itself', async () => {
    await write(createAcme, put({ ...subscribed, delivery: 'gone' }), reconcile());
    const subscribe: Topics['subscribe'] = async (_owner, address) => ({ address, delivery: 'pending' });
    expect((await deliver({ subscribe })).channel).toEqual(subscribed);
  });

  it.each([
    ['the recipient is gone', [createAcme]],
    ['the channel is gone', [createAcme, put(undefined)]],
  ])('is deleted when %s', async (_case, changes) => {
    await write(...changes, reconcile());
    expect(await deliver()).toMatchObject({ outcome: 'sent', topics: ['remove anna email'] });
  });

  it('is deleted when the tenant is gone', async () => {
    await write(createAcme, put(subscribed), reconcile());
    await write({ change: 'hide-tenant', revision: 1, at: NOW });
    expect((await deliver()).topics).toEqual(['remove anna email']);
  });

  it('follows an address that changes while the old one is being subscribed', async () => {
    await write(createAcme, put(subscribed), reconcile());
    const { ports, outgoing } = deliverPortsOn(bench);
    let changed = false;
    const subscribe: Topics['subscribe'] = async (owner, address, options) => {
      if (!changed) await write(put({ address: 'b@acme.example', delivery: 'pending' }, 1));
      changed = true;
      return ports.topics.subscribe(owner, address, options);
    };
    await deliverOutboxItem({ ...ports, topics: { ...ports.topics, subscribe } }, { outboxId: ID, owner: 'worker-1' });
    expect(outgoing.topics).toEqual(['subscribe anna email a@acme.example', 'subscribe anna email b@acme.example resend']);
    expect((await acme().readRecipient(anna.recipientId))?.channels.email).toMatchObject({
      address: 'b@acme.example',
      subscriptionArn: 'arn:b@acme.example',
    });
  });

  it('follows a recipient who comes back while the topic is being deleted', async () => {
    await write(createAcme, reconcile());
    const remove = () => write(put(pending));
    expect(await deliver({ remove })).toMatchObject({ topics: ['subscribe anna email a@acme.example resend'], channel: subscribed });
  });
});

describe('A5 a pasted confirmation token', () => {
  it('confirms the channel', async () => {
    await write(createAcme, put(subscribed), confirm('good'));
    expect(await deliver()).toMatchObject({
      outcome: 'sent',
      topics: ['confirm anna email'],
      channel: { address: 'a@acme.example', delivery: 'confirmed', subscriptionArn: 'arn:confirmed' },
      audit: [{ action: 'delivery-changed', after: { channel: 'email', delivery: 'confirmed' } }],
    });
  });

  it('changes nothing when SNS does not take it', async () => {
    await write(createAcme, put(subscribed), confirm('bad'));
    expect(await deliver()).toMatchObject({ outcome: 'dropped', channel: subscribed, audit: [] });
  });

  it('confirms nothing for a former address', async () => {
    await write(createAcme, put(subscribed), confirm('good'));
    expect((await deliver({ deliveryOf: async () => 'gone' })).channel?.delivery).toBe('gone');
  });

  it.each([
    ['the recipient is gone', [createAcme]],
    ['the channel is gone', [createAcme, put(undefined)]],
  ])('is not used when %s', async (_case, changes) => {
    await write(...changes, confirm('good'));
    expect(await deliver()).toMatchObject({ outcome: 'dropped', topics: [] });
  });
});
