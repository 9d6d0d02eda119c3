import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import type { Delivery } from '#domain/recipients/recipient.ts';
import { aRecipient, checkPortsOn, type Look, messagesOf, morningOf } from '#test/support/a-check.ts';
import { ACTOR, aTenantToMove } from '#test/support/a-tenant-to-move.ts';
import { aPerson, aSubscription, aTenant } from '#test/support/builders.ts';
import { ACME, momentOf, NOW, storesInMemory } from '#test/support/stores.ts';
import { checkTenant } from '#use-cases/check-tenant.ts';
import { confirmRecipient, resendConfirmation } from '#use-cases/confirm-recipient.ts';
import { previewCheck } from '#use-cases/preview-check.ts';
import { putPerson } from '#use-cases/put-person.ts';
import { putRecipient } from '#use-cases/put-recipient.ts';
import { putSubscription } from '#use-cases/put-subscription.ts';

const bench = storesInMemory();
const { write } = bench;
const ANNA = idOf.recipient('anna');
const says =
  (delivery: Delivery): Look =>
  async () =>
    delivery;

async function aTenantWith(recorded: Delivery, look: Look) {
  const checked = checkPortsOn(bench, { look });
  await aTenantToMove(checked.ports);
  await write(aRecipient('anna', ['email'], recorded));
  return checked;
}

const emailOf = async () => (await bench.acme().readRecipient(ANNA))?.channels.email;
const changesOf = async () =>
  (await bench.acme().listAudit({ limit: 200 })).items.flatMap(({ action, after }) => (action === 'delivery-changed' ? [after] : []));

describe('A5 and C5 the check looks at SNS first', () => {
  it.each<[string, Delivery, Delivery, boolean]>([
    ['tells an address that has confirmed since', 'pending', 'confirmed', true],
    ['tells nobody who has not confirmed yet', 'pending', 'pending', false],
    ['tells nobody who has unsubscribed since', 'confirmed', 'gone', false],
    ['tells somebody who has come back', 'gone', 'confirmed', true],
  ])('and %s', async (_case, recorded, now, told) => {
    const checked = await aTenantWith(recorded, says(now));
    await checkTenant(checked.ports, ACME);
    expect(await messagesOf(checked)).toEqual(told ? ['anna email'] : []);
    expect(await emailOf()).toMatchObject({ delivery: now, address: 'anna@acme.example', subscriptionArn: 'arn:email' });
    expect(await changesOf()).toEqual(recorded === now ? [] : [{ channel: 'email', delivery: now }]);
  });

  it('and writes what has changed down once, although two checks see it at once', async () => {
    const checked = await aTenantWith('pending', says('confirmed'));
    await Promise.all([checkTenant(checked.ports, ACME), checkTenant(checked.ports, ACME)]);
    expect([await messagesOf(checked), await changesOf()]).toEqual([['anna email'], [{ channel: 'email', delivery: 'confirmed' }]]);
  });

  it('and gives a channel that is confirmed days later the tightest rung', async () => {
    let now: Delivery = 'pending';
    const checked = await aTenantWith('pending', async () => now);
    await checkTenant(checked.ports, ACME);
    now = 'confirmed';
    checked.setNow(morningOf('2026-12-26'));
    await checkTenant(checked.ports, ACME);
    const told = (await bench.acme().readRecipient(ANNA))?.told.email;
    expect(
      Object.values(told ?? {})
        .map(({ kind, rung }) => [kind, rung])
        .toSorted(),
    ).toEqual([
      ['access-ends', 7],
      ['no-admin-left', 7],
    ]);
  });

  it('and does not tell an address that was replaced while it looked', async () => {
    const others = checkPortsOn(bench);
    const recipient = {
      recipientId: ANNA,
      name: 'Anna',
      language: 'en',
      email: 'new@acme.example',
      mayAct: true,
      escalation: false,
    } as const;
    const look: Look = async () => {
      await putRecipient(others.ports, { actor: ACTOR, tenantId: ACME, recipient, ifMatch: undefined });
      return 'confirmed';
    };
    const checked = await aTenantWith('pending', look);
    await checkTenant(checked.ports, ACME);
    expect([await messagesOf(checked), await emailOf()]).toEqual([[], { address: 'new@acme.example', delivery: 'pending' }]);
  });
});

describe('A5 a recipient who is written while SNS answers', () => {
  it('keeps what SNS said', async () => {
    const { ports } = await aTenantWith('pending', says('pending'));
    const stored = await bench.acme().readRecipient(ANNA);
    const {
      revision: _revision,
      channels: _channels,
      told: _told,
      toldRevision: _toldRevision,
      ...entered
    } = stored ?? { recipientId: ANNA };
    if (!('name' in entered)) throw new Error('Anna was not stored.');
    const state = { address: 'anna@acme.example', delivery: 'confirmed', subscriptionArn: 'arn:new' } as const;
    let answered = false;
    const own = bench.acme();
    const readRecipient: typeof own.readRecipient = async (id) => {
      const read = await own.readRecipient(id);
      if (!answered) await write({ change: 'record-delivery', recipientId: ANNA, channel: 'email', state });
      answered = true;
      return read;
    };
    const stores = { ...ports.stores, storesFor: () => ({ ...own, readRecipient }) };
    const put = { actor: ACTOR, tenantId: ACME, recipient: { ...entered, name: 'Anna B.' }, ifMatch: undefined };
    expect(await putRecipient({ ...ports, stores }, put)).toEqual({ ok: true, value: { created: false } });
    expect(await bench.acme().readRecipient(ANNA)).toMatchObject({ name: 'Anna B.', channels: { email: state } });
  });
});

describe('A5 resend and confirm', () => {
  it('are outbox work, so that the API never half-does them', async () => {
    const { ports, asked } = await aTenantWith('pending', says('pending'));
    const before = asked.deliveries.length;
    expect(await resendConfirmation(ports, { tenantId: ACME, recipientId: ANNA, channel: 'email' })).toMatchObject({ ok: true });
    expect(await confirmRecipient(ports, { tenantId: ACME, recipientId: ANNA, channel: 'email', token: 't' })).toMatchObject({ ok: true });
    const work = await Promise.all(asked.deliveries.slice(before).map(async (id) => (await ports.stores.readOutbox(id))?.work));
    expect(work).toEqual([
      { work: 'reconcile-topic', recipientId: 'anna', channel: 'email', resend: true },
      { work: 'confirm-topic', recipientId: 'anna', channel: 'email', token: 't' },
    ]);
  });

  it.each([
    ['a channel that is not there', ANNA, 'sms', 'no-such-channel'],
    ['a recipient whom nobody knows', idOf.recipient('nobody'), 'email', 'recipient-not-found'],
  ] as const)('are refused for %s', async (_case, recipientId, channel, reason) => {
    const { ports } = await aTenantWith('pending', says('pending'));
    expect(await resendConfirmation(ports, { tenantId: ACME, recipientId, channel })).toMatchObject({ ok: false, refusal: { reason } });
  });
});

describe('D1 a check', () => {
  it.each([
    ['Pacific/Kiritimati', 'where it is the 3rd already', 7],
    ['Pacific/Pago_Pago', 'where it is still the 1st', 14],
  ])('goes by the calendar of %s, %s, and not by UTC', async (timeZone, _where, rung) => {
    const { ports, setNow } = checkPortsOn(bench);
    await write({ change: 'create-tenant', tenant: aTenant({ timeZone }), nextCheckAt: NOW }, aRecipient('anna'));
    const subscription = aSubscription({ expiresOn: '2026-12-10' });
    const person = aPerson({ holds: { Sub1: 'standard-agent' } });
    await putSubscription(ports, { actor: ACTOR, tenantId: ACME, subscription, ifMatch: undefined });
    await putPerson(ports, { actor: ACTOR, tenantId: ACME, person, ifMatch: undefined });
    setNow(momentOf('2026-12-02T10:30:00Z'));
    await checkTenant(ports, ACME);
    expect((await bench.acme().readRecipient(ANNA))?.told.email?.['access-ends|Sub1']).toMatchObject({ on: '2026-12-10', rung });
  });
});

describe('a check that is only tried out', () => {
  it('says what the morning would tell, and writes nothing', async () => {
    const { ports } = await aTenantWith('confirmed', says('confirmed'));
    const before = await bench.acme().readSnapshot();
    const preview = await previewCheck(ports, { tenantId: ACME });
    const rungs = preview.ok
      ? preview.value.alerts.map(({ identity: { kind, rung, audience } }) => `${kind} ${rung} ${audience.channel}`)
      : [];
    expect(rungs).toEqual(['no-admin-left 30 email', 'access-ends 30 email', 'no-admin-left 30 events', 'access-ends 30 events']);
    expect(await bench.acme().readSnapshot()).toEqual(before);
    expect((await bench.acme().listAlerts({ limit: 10 })).items).toEqual([]);
  });
});
