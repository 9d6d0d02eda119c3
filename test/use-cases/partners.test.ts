import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import type { Recipient } from '#domain/recipients/recipient.ts';
import { ACTOR } from '#test/support/a-tenant-to-move.ts';
import { aPartner, aSubscription } from '#test/support/builders.ts';
import { portsOn } from '#test/support/ports.ts';
import { ACME, createAcme, storesInMemory } from '#test/support/stores.ts';
import { deletePartner } from '#use-cases/delete-partner.ts';
import { putPartner } from '#use-cases/put-partner.ts';
import { putRecipient } from '#use-cases/put-recipient.ts';
import { putSubscription } from '#use-cases/put-subscription.ts';

const partnerId = idOf.partner('nordlicht');
const PETRA: Recipient = {
  recipientId: idOf.recipient('petra'),
  name: 'Petra',
  language: 'de',
  email: 'petra@nordlicht.example',
  mayAct: true,
  escalation: false,
  partnerId,
};
const asked = { actor: ACTOR, tenantId: ACME, ifMatch: undefined };

describe('D23 partners', () => {
  const bench = storesInMemory();
  const opened = async () => {
    await bench.write(createAcme);
    return portsOn(bench);
  };

  it('are entered, replaced and removed, each with its audit entry, and each asks for a check', async () => {
    const { ports, asked: queued } = await opened();
    expect(await putPartner(ports, { ...asked, partner: aPartner() })).toEqual({ ok: true, value: { created: true } });
    expect(await putPartner(ports, { ...asked, partner: aPartner({ access: 'full-admin' }) })).toEqual({
      ok: true,
      value: { created: false },
    });
    expect(await deletePartner(ports, { ...asked, partnerId })).toEqual({ ok: true, value: undefined });
    const { items } = await bench.acme().listAudit({ limit: 10 });
    expect(items.map(({ action, subject }) => [action, subject])).toEqual([
      ['partner-deleted', 'nordlicht'],
      ['partner-replaced', 'nordlicht'],
      ['partner-created', 'nordlicht'],
    ]);
    expect(queued.checks).toHaveLength(3);
  });

  it('are unknown until they are entered: a recipient of one is refused before', async () => {
    const { ports } = await opened();
    expect(await putRecipient(ports, { ...asked, recipient: PETRA })).toEqual({
      ok: false,
      refusal: { reason: 'unknown-partner', partnerId },
    });
    await putPartner(ports, { ...asked, partner: aPartner() });
    expect(await putRecipient(ports, { ...asked, recipient: PETRA })).toEqual({ ok: true, value: { created: true } });
  });

  it('stay while a recipient or a subscription names them, and the refusal says how many', async () => {
    const { ports } = await opened();
    await putPartner(ports, { ...asked, partner: aPartner() });
    await putRecipient(ports, { ...asked, recipient: PETRA });
    await putSubscription(ports, { ...asked, subscription: aSubscription({ partnerId: 'nordlicht' }) });
    expect(await deletePartner(ports, { ...asked, partnerId })).toEqual({
      ok: false,
      refusal: { reason: 'partner-in-use', recipients: 1, subscriptions: 1 },
    });
    expect(await bench.acme().readPartner(partnerId)).toMatchObject({ name: 'Nordlicht GmbH' });
  });

  it('are held against the revision that somebody read', async () => {
    const { ports } = await opened();
    expect(await putPartner(ports, { ...asked, partner: aPartner(), ifMatch: 1 })).toMatchObject({
      refusal: { reason: 'precondition-failed' },
    });
    await putPartner(ports, { ...asked, partner: aPartner() });
    expect(await deletePartner(ports, { ...asked, partnerId, ifMatch: 7 })).toMatchObject({ refusal: { reason: 'precondition-failed' } });
    expect(await deletePartner(ports, { ...asked, partnerId: idOf.partner('none') })).toMatchObject({
      refusal: { reason: 'partner-not-found' },
    });
  });
});
