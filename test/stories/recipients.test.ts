import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { verifyAnswer } from '#contract/audit.ts';
import { runAnswer } from '#contract/links.ts';
import { startedAnswer } from '#contract/reassignments.ts';
import { recipientAnswer } from '#contract/recipients.ts';
import { instantOf } from '#domain/days/instant.ts';
import { gsm7Length } from '#domain/messages/gsm7.ts';
import { type RunningStack, startLocalStack } from '#test/support/local-stack.ts';
import { actorsOn, anyList, expectOk, type LinkKey, linksOf, mailOf, openLinkAbout } from '#test/support/story.ts';

const T = '/v1/tenants/acme';
const CONFIRMATION = 'AWS Notification - Subscription Confirmation';
/** Two parts of an SMS in GSM-7. */
const TWO_PARTS = 306;

const contract = { offer: 'flex-3', licensing: 'named', telephony: 'webex-calling', startsOn: '2025-01-01' };
const commitments = [{ kind: 'premium-agent', quantity: 20 }];
const SUBSCRIPTIONS = [
  { subscriptionId: 'Sub1', name: 'Vertrieb Süd → Łódź', department: 'Sales', ...contract, expiresOn: '2026-12-21', commitments },
  { subscriptionId: 'Sub2', name: 'Service desk', department: 'Service', ...contract, expiresOn: '2027-01-15', commitments },
  { subscriptionId: 'Sub3', name: 'Group contract', ...contract, expiresOn: '2029-01-01', commitments },
];
const PEOPLE = ['Sub1', 'Sub1', 'Sub2', 'Sub2', 'Sub3'].map((subscriptionId, index) => ({
  personId: `p${index}`,
  name: `Person ${index}`,
  email: `p${index}@acme.example`,
  roles: index === 4 ? ['admin'] : ['agent'],
  ...(index === 4 && { adminLevel: 'full' }),
  assignments: [{ subscriptionId, kind: 'premium-agent' }],
}));
const RECIPIENTS = {
  anna: { name: 'Anna', language: 'en', email: 'anna@acme.example', phone: '+441632960000', mayAct: true },
  bernd: { name: 'Bernd', language: 'de', email: 'bernd@acme.example', mayAct: true },
  carla: { name: 'Carla', language: 'en', email: 'carla@acme.example', mayAct: true },
  dora: { name: 'Dora', language: 'en', email: 'dora@acme.example', mayAct: true, departments: ['Service'] },
} as const;

describe('who is told, and what by', () => {
  let stack: RunningStack;
  let act: ReturnType<typeof actorsOn>;
  let carlas: LinkKey;

  const deliveryOf = async (recipient: string) =>
    (await expectOk(act.api('GET', `${T}/recipients/${recipient}`), 200, recipientAnswer)).channels.email?.delivery;
  const told = async (recipient: string) => (await mailOf(stack, recipient)).filter((text) => !text.startsWith(CONFIRMATION));
  const confirmations = async (recipient: string) => (await mailOf(stack, recipient)).filter((text) => text.startsWith(CONFIRMATION));
  /** The next morning check, with an inbox that holds only what it tells. */
  const morningOf = async (day: string) => {
    await stack.emptyInbox();
    await stack.moveClock({ now: `${day}T07:30:00Z` });
    expect(await act.settle()).toMatchObject({ errors: 0, waiting: 0 });
  };

  beforeAll(async () => {
    stack = await startLocalStack({ now: instantOf(Date.parse('2026-12-02T07:30:00Z')), confirm: 'manual' });
    act = actorsOn(stack);
    await expectOk(act.api('PUT', T, { name: 'Acme', timeZone: 'Europe/Berlin', mode: 'book' }), 201);
    await expectOk(act.api('POST', `${T}/imports`, { subscriptions: SUBSCRIPTIONS, people: PEOPLE }), 200);
    for (const [id, recipient] of Object.entries(RECIPIENTS)) await expectOk(act.api('PUT', `${T}/recipients/${id}`, recipient), 201);
    expect(await act.settle()).toMatchObject({ errors: 0, waiting: 0 });
  });
  afterAll(() => stack.stop());

  it('C5 tells nobody who has not confirmed the address', async () => {
    for (const id of Object.keys(RECIPIENTS)) expect([await deliveryOf(id), await told(id)]).toEqual(['pending', []]);
  });

  it('A1 sends no SMS before the 14-day rung', async () => {
    const { channels } = await expectOk(act.api('GET', `${T}/recipients/anna`), 200, recipientAnswer);
    expect([channels.sms?.delivery, await mailOf(stack, 'anna', 'sms')]).toEqual(['confirmed', []]);
  });

  it('A5 asks for the confirmation again, and takes the token of the pasted link', async () => {
    expect(await confirmations('anna')).toHaveLength(1);
    await expectOk(act.api('POST', `${T}/recipients/anna/resend`, { channel: 'email' }), 202);
    await act.settle();
    expect(await confirmations('anna')).toHaveLength(2);
    const noPhone = await act.api('POST', `${T}/recipients/bernd/resend`, { channel: 'sms' });
    expect(noPhone).toMatchObject({ status: 422, body: { reason: 'no-such-channel' } });
    const confirm = async (token: string) => {
      await expectOk(act.api('POST', `${T}/recipients/anna/confirm`, { channel: 'email', token }), 202);
      expect(await act.settle()).toMatchObject({ errors: 0, waiting: 0 });
      return deliveryOf('anna');
    };
    expect(await confirm('0123456789abcdef')).toBe('pending');
    expect(await confirm(/Token=(\w+)/.exec((await confirmations('anna')).at(-1) ?? '')?.[1] ?? '')).toBe('confirmed');
  });

  it('C5 tells a channel that was confirmed late the tightest rung at its next check, once', async () => {
    await morningOf('2026-12-03');
    const annas = await told('anna');
    expect(annas).toHaveLength(1);
    expect(annas[0]).toMatch(/“Vertrieb Süd → Łódź” \(Sub1\) ends in 18 days[\s\S]*“Service desk” \(Sub2\) ends in 43 days/);
    expect(await told('bernd')).toEqual([]);
  });

  it('tells a recipient with departments of their subscriptions only', async () => {
    for (const recipient of ['bernd', 'carla', 'dora']) await stack.confirm({ recipient, channel: 'email', state: 'confirmed' });
    await morningOf('2026-12-04');
    expect((await told('anna')).map((text) => text.split('\n')[0])).toEqual(['Solved: 3 matters [Acme]']);
    for (const id of ['bernd', 'carla']) expect((await told(id)).join('\n')).toMatch(/Sub1[\s\S]*Sub2/);
    const doras = (await told('dora')).join('\n');
    expect([doras.includes('Sub2'), doras.includes('Sub1'), doras.includes('Vertrieb')]).toEqual([true, false, false]);
  });

  it('C8 ends the digest of a Monday with what is watched', async () => {
    await morningOf('2026-12-07');
    const [digest = ''] = await told('anna');
    expect(digest).toMatch(/ends in 14 days/);
    expect(digest.trim().split('\n').at(-2)).toBe(
      'Watching 3 subscriptions, 5 people; nobody loses access before Monday, 21 December 2026.',
    );
    const [alone = '', ...more] = await told('dora');
    expect([alone.split('\n')[0], more]).toEqual(['Lapsewatch: watching 3 subscriptions, 5 people [Acme]', []]);
  });

  it('U2 ends it with the head of the audit chain, against which the audit can be held afterwards', async () => {
    const [digest = ''] = await told('anna');
    const [, number = '', hash] = /\nAudit chain: number (\d+), hash (\w{64})\s*$/.exec(digest) ?? [];
    const { first, ...proof } = await expectOk(act.api('GET', `${T}/audit/verify?from=${number}`), 200, verifyAnswer);
    expect(first).toEqual({ number: Number(number), hash });
    expect(proof.intact).toBe(true);
    const whole = await expectOk(act.api('GET', `${T}/audit/verify`), 200, verifyAnswer);
    const { items } = await expectOk(act.api('GET', `${T}/audit?limit=200`), 200, anyList);
    expect(whole).toMatchObject({ entries: items.length, intact: true, first: { number: 1 }, head: proof.head });
    expect(whole.head?.number).toBe(whole.chained);
    expect(whole.chained).toBeGreaterThanOrEqual(Number(number));
  });

  it('A3 sends an SMS from the 14-day rung on, in two parts at most and with one link', async () => {
    const [sms = '', ...more] = await mailOf(stack, 'anna', 'sms');
    expect(more).toEqual([]);
    const text = sms.trim();
    expect(text).toMatch(/Vertrieb Süd .*in 14 days.* Plan: http\S+#\S+$/);
    expect(gsm7Length(text)).toBeLessThanOrEqual(TWO_PARTS);
  });

  it('A5 notices a recipient who is gone, and keeps telling the others', async () => {
    await stack.confirm({ recipient: 'bernd', channel: 'email', state: 'gone' });
    await morningOf('2026-12-14');
    expect([await deliveryOf('bernd'), await told('bernd')]).toEqual(['gone', []]);
    for (const id of ['anna', 'carla']) expect((await told(id)).join('\n')).toMatch(/Sub1\) ends in 7 days/);
    const { items } = await expectOk(act.api('GET', `${T}/audit?limit=200`), 200, anyList);
    expect(items.find(({ action, subject }) => action === 'delivery-changed' && subject === 'bernd')).toMatchObject({
      after: { channel: 'email', delivery: 'gone' },
    });
  });

  it('L6 lets the late visitor of another recipient’s link read who did it and when', async () => {
    const { key, review } = await openLinkAbout(stack, 'anna', 'Sub1');
    ({ key: carlas } = await openLinkAbout(stack, 'carla', 'Sub1'));
    const plan = review.plans.find(({ toSubscriptionId }) => toSubscriptionId === 'Sub3');
    const choice = { toSubscriptionId: 'Sub3', planHash: plan?.planHash, confirm: true };
    const { reassignmentId } = await expectOk(act.link('execute', { ...key, ...choice }), 202, startedAnswer);
    await act.settle();
    const late = await act.link('execute', { ...carlas, ...choice });
    const who = { reassignmentId, startedBy: 'Anna', startedAt: expect.stringMatching(/^2026-12-14T07:3/), status: 'done' };
    expect(late).toMatchObject({ status: 410, body: { reason: 'link-closed', reassignment: who } });
    expect(await act.link('review', carlas)).toMatchObject({ status: 410, body: { reassignment: who } });
    expect(await expectOk(act.link('status', carlas), 200, runAnswer)).toMatchObject({ ...who, counts: { moved: 2 } });
    expect((await told('carla')).join('\n')).toMatch(/2 people [\s\S]*by Anna\./);
    expect(await told('dora')).toHaveLength(1);
  });

  it('C6 takes a renewal through the link, and tells everybody that it is solved', async () => {
    await morningOf('2026-12-16');
    const { key } = await openLinkAbout(stack, 'dora', 'Sub2');
    expect(await act.link('renewed', { ...key, expiresOn: '2027-01-15', confirm: true })).toMatchObject({ status: 400 });
    await expectOk(act.link('renewed', { ...key, expiresOn: '2027-04-15', confirm: true }), 200, z.object({ expiresOn: z.string() }));
    expect((await act.link('review', key)).status).toBe(410);
    await morningOf('2026-12-17');
    for (const id of ['anna', 'carla', 'dora'])
      expect((await told(id)).join('\n')).toMatch(/SOLVED\n.*“Service desk” \(Sub2\) now ends on Thursday, 15 April 2027 instead of/);
    const { items } = await expectOk(act.api('GET', `${T}/audit?limit=200`), 200, anyList);
    expect(items.find(({ door, subject }) => door === 'link' && subject === 'Sub2')).toMatchObject({ who: 'recipient/dora' });
  });

  it('C8 sends what is watched as a message of its own on a Monday without news', async () => {
    await morningOf('2026-12-21');
    const [own = '', ...more] = await told('anna');
    expect(own).toMatch(/^Lapsewatch: watching 2 subscriptions, 5 people \[Acme\]\n/);
    expect([own.includes('http'), more, await mailOf(stack, 'anna', 'sms')]).toEqual([false, [], []]);
  });

  it('L5 closes the links of a recipient who is removed, and never writes to the address again', async () => {
    await expectOk(act.api('DELETE', `${T}/recipients/carla`), 204);
    expect(await act.api('GET', `${T}/recipients/carla`)).toMatchObject({ status: 404, body: { reason: 'recipient-not-found' } });
    for (const route of ['review', 'status']) expect((await act.link(route, carlas)).body).toMatchObject({ reason: 'link-closed' });
    expect((await act.link('review', { ...carlas, secret: 'x' })).status).toBe(404);
    await act.settle();
    await morningOf('2026-12-28');
    expect((await stack.inbox()).map(({ recipient }) => recipient).toSorted()).toEqual(['anna', 'dora']);
    // The same address has to be confirmed again: the topic, and with it the old subscription, is gone.
    await expectOk(act.api('PUT', `${T}/recipients/carla`, RECIPIENTS.carla), 201);
    await act.settle();
    expect([await deliveryOf('carla'), (await confirmations('carla')).length]).toEqual(['pending', 1]);
  });

  it('C5 warns again before the new end, because that is a new matter', async () => {
    await morningOf('2027-01-20');
    for (const id of ['anna', 'dora']) expect((await told(id)).join('\n')).toMatch(/“Service desk” \(Sub2\) ends in 85 days/);
    expect(await linksOf(stack, 'dora')).toHaveLength(1);
    expect([await told('bernd'), await told('carla')]).toEqual([[], []]);
  });
});
