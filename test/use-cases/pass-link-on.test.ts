import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import { render } from '#domain/messages/render.ts';
import { ACTOR, aRecipientWithLink, aTenantToMove, LINK, SECRET } from '#test/support/a-tenant-to-move.ts';
import { aPartner } from '#test/support/builders.ts';
import { portsOn } from '#test/support/ports.ts';
import { ACME, momentOf, storesInMemory } from '#test/support/stores.ts';
import { executeLink } from '#use-cases/execute-link.ts';
import { passLinkOn } from '#use-cases/pass-link-on.ts';
import { putPartner } from '#use-cases/put-partner.ts';
import { reviewLink } from '#use-cases/review-link.ts';

const PETRAS = idOf.link('p'.repeat(22));
const petras = { linkId: PETRAS, secret: SECRET };
const plain = { acceptOverage: false, acceptUpgrade: false };
const bench = storesInMemory();

/** Anna is the customer's admin; Petra, who was entered as one who may act, is of a partner with read-only access. */
async function aTenantWithAPartner({ annaIsTold = true } = {}) {
  const { ports, asked, setNow } = portsOn(bench);
  await aTenantToMove(ports);
  await putPartner(ports, { actor: ACTOR, tenantId: ACME, partner: aPartner(), ifMatch: undefined });
  await aRecipientWithLink({ ports, bench });
  await aRecipientWithLink({ ports, bench, recipientId: 'petra', linkId: PETRAS, partnerId: 'nordlicht' });
  const anna = await bench.acme().readRecipient(idOf.recipient('anna'));
  if (!annaIsTold)
    await bench.write({
      change: 'tell-recipient',
      recipientId: idOf.recipient('anna'),
      toldRevision: anna?.toldRevision ?? 0,
      told: { email: {} },
    });
  return { ports, asked, setNow };
}

const told = async (recipientId: string) =>
  (await bench.acme().readRecipient(idOf.recipient(recipientId)))?.told.email?.['access-ends|Sub1'];

describe('D23 the recipient of a read-only partner', () => {
  it('sees the plan and may not carry it out, whatever was entered of the recipient alone', async () => {
    const { ports } = await aTenantWithAPartner();
    const reviewed = await reviewLink(ports, { ...petras, ...plain });
    expect(reviewed).toMatchObject({ ok: true, value: { held: { mayAct: false } } });
    const planHash = reviewed.ok ? reviewed.value.bestFit.planHash : '';
    expect(await executeLink(ports, { ...petras, ...plain, planHash })).toEqual({ ok: false, refusal: { reason: 'may-not-act' } });
  });

  it('may, as soon as the customer has granted the partner more: the right is read when it is used (L5)', async () => {
    const { ports } = await aTenantWithAPartner();
    await putPartner(ports, { actor: ACTOR, tenantId: ACME, partner: aPartner({ access: 'full-admin' }), ifMatch: undefined });
    expect(await reviewLink(ports, { ...petras, ...plain })).toMatchObject({ ok: true, value: { held: { mayAct: true } } });
  });

  it.each([
    ['who was told of the matter', true],
    ['who was not', false],
  ])('passes the request to an admin of the customer %s, whose own link then carries the plan out', async (_, annaIsTold) => {
    const { ports, asked } = await aTenantWithAPartner({ annaIsTold });
    expect(await passLinkOn(ports, petras)).toEqual({ ok: true, value: { passedTo: 1 } });
    const item = await ports.stores.readOutbox(asked.deliveries.at(-1) ?? idOf.outbox(''));
    if (item?.work.work !== 'message' || item.work.message.template !== 'passed-on') throw new Error('No message was passed on.');
    expect(item.work).toMatchObject({
      recipientId: 'anna',
      channel: 'email',
      message: { askedBy: 'petra', partner: 'Nordlicht GmbH', people: 4 },
    });
    const { linkId } = item.work.message;
    await ports.stores.addLinkSecret({ linkId, secretHash: ports.digest('annas new secret'), now: ports.clock.now() });
    const annas = { linkId, secret: 'annas new secret', ...plain };
    const reviewed = await reviewLink(ports, annas);
    const started = await executeLink(ports, { ...annas, planHash: reviewed.ok ? reviewed.value.bestFit.planHash : '' });
    expect(started).toMatchObject({ ok: true, value: { status: 'running' } });
    expect((await told('anna'))?.linkId).toBe(linkId);
    expect((await told('petra'))?.linkId).toBe(PETRAS);
    expect((await bench.acme().listAudit({ limit: 200 })).items).toContainEqual(
      expect.objectContaining({ action: 'link-passed-on', who: 'recipient/petra', subject: 'Sub1', after: { passedTo: ['anna'] } }),
    );
  });

  it('L5 takes the place of the older link that the admin had', async () => {
    const { ports } = await aTenantWithAPartner();
    await passLinkOn(ports, petras);
    expect(await reviewLink(ports, { linkId: LINK, secret: SECRET, ...plain })).toMatchObject({ refusal: { reason: 'link-closed' } });
  });

  it('passes it on once an hour, and again after that', async () => {
    const { ports, asked, setNow } = await aTenantWithAPartner();
    await passLinkOn(ports, petras);
    const sent = asked.deliveries.length;
    expect(await passLinkOn(ports, petras)).toEqual({ ok: false, refusal: { reason: 'passed-on-already' } });
    expect(asked.deliveries).toHaveLength(sent);
    setNow(momentOf('2026-12-02T09:00:00.000Z'));
    expect(await passLinkOn(ports, petras)).toEqual({ ok: true, value: { passedTo: 1 } });
  });

  it('of two that pass it on at the same moment sends one', async () => {
    const { ports } = await aTenantWithAPartner();
    const both = await Promise.all([passLinkOn(ports, petras), passLinkOn(ports, petras)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('hears that nobody can be reached where the customer has nobody who may act', async () => {
    const { ports } = portsOn(bench);
    await aTenantToMove(ports);
    await aRecipientWithLink({ ports, bench, mayAct: false });
    const before = (await bench.acme().listAudit({ limit: 200 })).items.length;
    expect(await passLinkOn(ports, { linkId: LINK, secret: SECRET })).toEqual({ ok: false, refusal: { reason: 'nobody-to-pass-to' } });
    expect((await bench.acme().listAudit({ limit: 200 })).items).toHaveLength(before);
  });

  it('L7 a wrong secret is no such link', async () => {
    const { ports } = await aTenantWithAPartner();
    expect(await passLinkOn(ports, { ...petras, secret: 'wrong' })).toEqual({ ok: false, refusal: { reason: 'link-not-found' } });
  });
});

describe('The message to the customer’s admin', () => {
  const linkId = idOf.link('link-1');
  const linkUrls = new Map([[linkId, 'https://l.example/r/link-1#secret']]);
  const message = {
    template: 'passed-on',
    tenantName: 'Acme',
    askedBy: 'Petra',
    partner: 'Nordlicht GmbH',
    subscription: { name: 'Sales', id: 'Sub1' },
    people: 2,
    linkId,
  } as const;

  it('says who asks for what, in both languages', () => {
    const english = render(message, { language: 'en', channel: 'email', linkUrls });
    expect(english.subject).toBe('Petra asks you to decide: “Sales” [Acme]');
    expect(english.body).toContain('2 people hold licences of it.');
    expect(english.body).toContain('https://l.example/r/link-1#secret');
    const german = render({ ...message, people: 1 }, { language: 'de', channel: 'sms', linkUrls });
    expect(german.body).toBe('Acme: Petra bittet Sie, über "Sales" zu entscheiden. Plan: https://l.example/r/link-1#secret');
  });
});
