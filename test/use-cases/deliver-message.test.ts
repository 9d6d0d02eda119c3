import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/runtime/digest.ts';
import { secondsAfter } from '#domain/days/instant.ts';
import { idOf } from '#domain/ids.ts';
import { codeHash, openWindow } from '#domain/links/code.ts';
import type { Link } from '#domain/links/link.ts';
import { holdsSecret } from '#domain/links/secret.ts';
import type { Message } from '#domain/messages/message.ts';
import type { Channel, Recipient } from '#domain/recipients/recipient.ts';
import { aCodeMessage, aDigest, aFreshLink, aMatter } from '#test/support/messages.ts';
import { deliverPortsOn, LINK_BASE_URL } from '#test/support/outgoing.ts';
import { ACME, createAcme, momentOf, NOW, storesInMemory } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';
import { deliverOutboxItem } from '#use-cases/deliver-outbox-item.ts';
import type { StoredRecipient } from '#use-cases/stored.ts';

const bench = storesInMemory();
const { write, stores } = bench;
const ID = idOf.outbox('01OUTBOX');
const LINK = idOf.link('link-1');
const A_URL = new RegExp(`^${LINK_BASE_URL}/r/link-1#([A-Za-z0-9_-]{43})$`, 'm');

const anna: Recipient = {
  recipientId: idOf.recipient('anna'),
  name: 'Anna',
  language: 'de',
  email: 'anna@acme.example',
  phone: '+4915112345678',
  mayAct: true,
  escalation: false,
};
const confirmed: StoredRecipient['channels'] = {
  email: { address: 'anna@acme.example', delivery: 'confirmed', subscriptionArn: 'arn:email' },
  sms: { address: '+4915112345678', delivery: 'confirmed', subscriptionArn: 'arn:sms' },
};
const put = (channels = confirmed, recipient = anna): Change => ({ change: 'put-recipient', recipient, revision: 'absent', channels });
const enqueue = (message: Message = aDigest(), channel: Channel = 'email'): Change => ({
  change: 'enqueue',
  item: { outboxId: ID, tenantId: ACME, createdAt: NOW, work: { work: 'message', recipientId: anna.recipientId, channel, message } },
});
const openLink = (link: Partial<Link> = {}): Change => ({
  change: 'open-link',
  link: {
    linkId: LINK,
    tenantId: ACME,
    recipientId: anna.recipientId,
    channel: 'email',
    subscriptionId: idOf.subscription('Sub1'),
    secretHashes: [],
    createdAt: NOW,
    expiresAt: momentOf('2027-01-02T00:00:00.000Z'),
    ...link,
  },
});

const deliver = (ports: Parameters<typeof deliverOutboxItem>[0], owner = 'worker-1') => deliverOutboxItem(ports, { outboxId: ID, owner });
const stateOf = async () => (await stores().readOutbox(ID))?.state.state;

describe('A1 a message', () => {
  it('goes to the recipient’s own topic, in the recipient’s language, once', async () => {
    await write(createAcme, put(), openLink(), enqueue());
    const { ports, outgoing } = deliverPortsOn(bench);
    expect(await deliver(ports)).toBe('sent');
    expect(await deliver(ports)).toBe('not-mine');
    expect(outgoing.messages).toHaveLength(1);
    expect(outgoing.messages[0]).toMatchObject({ to: { tenantId: ACME, recipientId: 'anna', channel: 'email' } });
    expect(outgoing.messages[0]?.subject).toBe(
      'Warnung: „Sales“ endet in 30 Tagen: 12 Personen (davon 2 Admins) verlieren den Zugang [Acme]',
    );
    expect(outgoing.messages[0]?.body).toContain('Ada Lovelace');
    expect(await stateOf()).toBe('sent');
  });

  it('goes out as an SMS with its one link', async () => {
    await write(createAcme, put(), openLink({ channel: 'sms' }), enqueue(aDigest(), 'sms'));
    const { ports, outgoing } = deliverPortsOn(bench);
    expect(await deliver(ports)).toBe('sent');
    expect(outgoing.messages[0]?.subject).toBeUndefined();
    expect(outgoing.messages[0]?.body).toMatch(/^Acme: "Sales" endet .* Plan: https:\/\/lapsewatch\.example\/r\/link-1#[A-Za-z0-9_-]{43}$/);
  });
});

describe('L1 the secret of a link', () => {
  it('is in the message alone; the link knows its hash', async () => {
    await write(createAcme, put(), openLink(), enqueue());
    const { ports, outgoing } = deliverPortsOn(bench);
    await deliver(ports);
    const [, secret = ''] = A_URL.exec(outgoing.messages[0]?.body ?? '') ?? [];
    const link = await stores().readLink(LINK);
    expect(link?.secretHashes).toEqual([sha256(secret)]);
    expect(holdsSecret(link, sha256(secret))).toBe(true);
    expect(JSON.stringify([link, await stores().readOutbox(ID)])).not.toContain(secret);
  });

  it('is kept before anything is published, so that no link is sent that does not open', async () => {
    await write(createAcme, put(), openLink(), enqueue());
    const hashes: number[] = [];
    const { ports } = deliverPortsOn(bench, {
      publish: async () => void hashes.push((await stores().readLink(LINK))?.secretHashes.length ?? 0),
    });
    await deliver(ports);
    expect(hashes).toEqual([1]);
  });

  it('is another in each copy; five at most open the link', async () => {
    await write(createAcme, put(), openLink(), enqueue());
    const { ports, outgoing, setNow } = deliverPortsOn(bench);
    const crashing = { ...ports, stores: { ...ports.stores, finishOutbox: () => Promise.reject(new Error('The worker crashed.')) } };
    for (let copy = 0; copy < 7; copy += 1) {
      setNow(secondsAfter(NOW, copy * 121));
      await expect(deliver(crashing, `worker-${copy}`)).rejects.toThrow('The worker crashed.');
    }
    const secrets = outgoing.messages.map(({ body }) => A_URL.exec(body)?.[1] ?? '');
    expect(new Set(secrets).size).toBe(7);
    expect((await stores().readLink(LINK))?.secretHashes).toEqual(secrets.slice(-5).map(sha256));
  });

  it.each([
    ['expired', openLink({ expiresAt: NOW })],
    ['never opened', undefined],
  ])('is not born for a link that is closed: %s', async (_case, change) => {
    await write(createAcme, put(), ...(change === undefined ? [] : [change]), enqueue());
    const { ports, outgoing } = deliverPortsOn(bench);
    expect(await deliver(ports)).toBe('sent');
    expect(outgoing.messages[0]?.body).toContain('endet in 30 Tagen');
    expect(outgoing.messages[0]?.body).not.toContain('https://');
  });

  it('is all there is to a fresh link: without it, nothing is sent', async () => {
    await write(createAcme, put(), openLink({ expiresAt: NOW }), enqueue(aFreshLink()));
    const { ports, outgoing } = deliverPortsOn(bench);
    expect(await deliver(ports)).toBe('dropped');
    expect(outgoing.messages).toEqual([]);
    expect(await stateOf()).toBe('dropped');
  });

  it('is never logged, and neither are names, addresses and texts', async () => {
    await write(createAcme, put(), openLink(), enqueue());
    const { ports, outgoing } = deliverPortsOn(bench);
    const lines: unknown[] = [];
    const log = { info: (...line: unknown[]) => void lines.push(line), warn: (...line: unknown[]) => void lines.push(line) };
    await deliver({ ...ports, log });
    const [, secret = '-'] = A_URL.exec(outgoing.messages[0]?.body ?? '') ?? [];
    expect(lines).toHaveLength(1);
    for (const told of [secret, 'https://', 'Ada', 'Sales', 'anna', '4915']) expect(JSON.stringify(lines)).not.toContain(told);
  });
});

describe('L9 the code of a link', () => {
  const A_CODE = /^(\d{6}) ist Ihr Code/;
  const openCodes: Change = { change: 'open-code-window', linkId: LINK, window: openWindow(NOW) };
  const toSms = enqueue(aCodeMessage(), 'sms');

  it('is in the message alone; the link knows its hash', async () => {
    await write(createAcme, put(), openLink(), toSms);
    await write(openCodes);
    const { ports, outgoing } = deliverPortsOn(bench);
    const lines: unknown[] = [];
    const log = { info: (...line: unknown[]) => void lines.push(line), warn: (...line: unknown[]) => void lines.push(line) };
    expect(await deliver({ ...ports, log })).toBe('sent');
    expect(outgoing.messages).toMatchObject([{ to: { recipientId: 'anna', channel: 'sms' } }]);
    const [, code = '-'] = A_CODE.exec(outgoing.messages[0]?.body ?? '') ?? [];
    const link = await stores().readLink(LINK);
    expect(link?.code?.hashes).toEqual([codeHash(sha256, { linkId: LINK, code })]);
    const { body: _told, ...told } = outgoing.messages[0] ?? {};
    expect(JSON.stringify([told, link, await stores().readOutbox(ID), lines])).not.toContain(code);
  });

  it('is another in each copy, and each is right', async () => {
    await write(createAcme, put(), openLink(), toSms);
    await write(openCodes);
    const { ports, outgoing, setNow } = deliverPortsOn(bench);
    const crashing = { ...ports, stores: { ...ports.stores, finishOutbox: () => Promise.reject(new Error('The worker crashed.')) } };
    await expect(deliver(crashing)).rejects.toThrow('The worker crashed.');
    setNow(secondsAfter(NOW, 121));
    expect(await deliver(ports, 'worker-2')).toBe('sent');
    const codes = outgoing.messages.map(({ body }) => A_CODE.exec(body)?.[1] ?? '');
    expect((await stores().readLink(LINK))?.code?.hashes).toEqual(codes.map((code) => codeHash(sha256, { linkId: LINK, code })));
  });

  it.each([
    ['the ten minutes are over', secondsAfter(NOW, 600), []],
    ['the link was used meanwhile', NOW, [{ change: 'use-link', linkId: LINK, reassignmentId: idOf.reassignment('run-1'), at: NOW }]],
  ] as const)('is not sent when %s', async (_case, now, changes) => {
    await write(createAcme, put(), openLink(), toSms);
    await write(openCodes);
    for (const change of changes) await write(change);
    const { ports, outgoing, setNow } = deliverPortsOn(bench);
    setNow(now);
    expect([await deliver(ports), outgoing.messages]).toEqual(['dropped', []]);
  });
});

describe('A2 nobody else is written to', () => {
  it.each([
    ['the recipient was removed', [createAcme]],
    ['the channel is pending', [createAcme, put({ email: { address: 'anna@acme.example', delivery: 'pending' } })]],
    ['the channel is gone', [createAcme, put({ email: { address: 'anna@acme.example', delivery: 'gone' } })]],
    ['the channel was taken away', [createAcme, put({})]],
    ['the confirmed address is no longer the recipient’s', [createAcme, put(confirmed, { ...anna, email: 'other@acme.example' })]],
  ])('when %s', async (_case, changes) => {
    await write(...changes, openLink(), enqueue());
    const { ports, outgoing } = deliverPortsOn(bench);
    expect(await deliver(ports)).toBe('dropped');
    expect(outgoing.messages).toEqual([]);
    expect((await stores().readLink(LINK))?.secretHashes).toEqual([]);
  });

  it('when the tenant was deleted', async () => {
    await write(createAcme, put(), enqueue());
    await write({ change: 'hide-tenant', revision: 1, at: NOW });
    const { ports, outgoing } = deliverPortsOn(bench);
    expect(await deliver(ports)).toBe('dropped');
    expect(outgoing.messages).toEqual([]);
  });
});

describe('A1 links of several matters', () => {
  it('each have a secret of their own', async () => {
    const other = idOf.link('link-2');
    await write(createAcme, put(), openLink(), enqueue(aDigest({ matters: [aMatter(), aMatter({ linkId: other })] })));
    await write(openLink({ linkId: other }));
    const { ports, outgoing } = deliverPortsOn(bench);
    await deliver(ports);
    const secrets = [...(outgoing.messages[0]?.body ?? '').matchAll(/#([A-Za-z0-9_-]{43})$/gm)].map(([, secret]) => secret);
    expect(new Set(secrets).size).toBe(2);
  });
});
