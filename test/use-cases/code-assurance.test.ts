import { describe, expect, it } from 'vitest';
import { secondsAfter } from '#domain/days/instant.ts';
import type { Channel, Delivery } from '#domain/recipients/recipient.ts';
import { ACTOR, aRecipientWithLink, aTenantToMove, LINK, SECRET } from '#test/support/a-tenant-to-move.ts';
import { aPerson } from '#test/support/builders.ts';
import { deliverPortsOn } from '#test/support/outgoing.ts';
import { portsOn } from '#test/support/ports.ts';
import { ACME, type Bench, EITHER_STORES, NOW, storesInMemory } from '#test/support/stores.ts';
import { deliverOutboxItem } from '#use-cases/deliver-outbox-item.ts';
import { executeLink } from '#use-cases/execute-link.ts';
import { putPerson } from '#use-cases/put-person.ts';
import { reviewLink } from '#use-cases/review-link.ts';

const key = { linkId: LINK, secret: SECRET, acceptOverage: false, acceptUpgrade: false };
const UNTIL = secondsAfter(NOW, 600);
const asked = { reason: 'code-required', sentBy: 'sms', until: UNTIL } as const;

/** Anna holds a link of a tenant that asks for codes; she has a mobile number, too. */
async function tenantWithCodes(bench: Bench, phone?: Delivery, channel: Channel = 'email') {
  const { ports, asked: queued, setNow } = portsOn(bench);
  const { ports: deliverPorts, outgoing } = deliverPortsOn(bench);
  await aTenantToMove(ports, { assurance: 'code' });
  await aRecipientWithLink({ ports, bench, channel, ...(phone !== undefined && { phone }) });
  queued.deliveries.length = 0;
  let at = NOW;
  const deliver = async () => {
    for (const outboxId of queued.deliveries.splice(0))
      await deliverOutboxItem({ ...deliverPorts, clock: { now: () => at } }, { outboxId, owner: 'worker' });
    return outgoing.messages.map(({ body }) => body.slice(0, 6));
  };
  const shown = async () => {
    const reviewed = await reviewLink(ports, key);
    if (!reviewed.ok) throw new Error(reviewed.refusal.reason);
    return reviewed.value.bestFit.planHash;
  };
  const execute = async (code?: string, planHash?: string) =>
    executeLink(ports, { ...key, planHash: planHash ?? (await shown()), ...(code !== undefined && { code }) });
  const pass = (seconds: number) => {
    at = secondsAfter(NOW, seconds);
    setNow(at);
  };
  return { ports, outgoing, deliver, shown, execute, pass, runs: async () => (await bench.acme().listReassignments({ limit: 10 })).items };
}

/** Codes that are not the one that was sent. */
const wrongOnes = (right: string, count: number) =>
  Array.from({ length: count }, (_, n) => String((Number(right) + n + 1) % 1_000_000).padStart(6, '0'));

describe('L9 a plan, where the tenant asks for a code', () => {
  const bench = storesInMemory();

  it('is carried out with the code that came over the other channel, and not without', async () => {
    const { execute, deliver, outgoing, runs } = await tenantWithCodes(bench, 'confirmed');
    expect(await execute()).toEqual({ ok: false, refusal: { ...asked, why: 'sent', triesLeft: 5 } });
    const [code = ''] = await deliver();
    expect(outgoing.messages).toMatchObject([{ to: { recipientId: 'anna', channel: 'sms' } }]);
    expect(await runs()).toEqual([]);
    expect(await execute(code)).toMatchObject({ ok: true, value: { status: 'running' } });
    expect(await execute(undefined, 'of another day')).toMatchObject({ ok: true, value: { status: 'running' } });
    expect(await runs()).toHaveLength(1);
  });

  it('is not carried out with a wrong code; five are the end of these ten minutes, the right one afterwards included', async () => {
    const { execute, deliver, pass, outgoing, runs } = await tenantWithCodes(bench, 'confirmed');
    await execute();
    const [code = ''] = await deliver();
    const answers = [];
    for (const wrong of wrongOnes(code, 5)) answers.push(await execute(wrong));
    expect(answers).toEqual([
      ...[4, 3, 2, 1].map((triesLeft) => ({ ok: false, refusal: { ...asked, why: 'wrong', triesLeft } })),
      { ok: false, refusal: { ...asked, why: 'tries-used-up', triesLeft: 0 } },
    ]);
    pass(599);
    for (const late of [code, undefined])
      expect(await execute(late)).toEqual({ ok: false, refusal: { ...asked, why: 'tries-used-up', triesLeft: 0 } });
    await deliver();
    expect([outgoing.messages.length, await runs()]).toEqual([1, []]);
    pass(600);
    expect(await execute()).toMatchObject({ refusal: { why: 'sent', triesLeft: 5, until: secondsAfter(NOW, 1200) } });
    expect(await deliver()).toHaveLength(2);
  });

  it('sends another code at most once a minute, in the same ten minutes and with the tries that are left', async () => {
    const { execute, deliver, pass } = await tenantWithCodes(bench, 'confirmed');
    await execute();
    const [first = ''] = await deliver();
    await execute(wrongOnes(first, 1)[0]);
    pass(59);
    expect(await execute()).toEqual({ ok: false, refusal: { ...asked, why: 'sent', triesLeft: 4 } });
    expect(await deliver()).toHaveLength(1);
    pass(60);
    expect(await execute()).toEqual({ ok: false, refusal: { ...asked, why: 'sent', triesLeft: 4 } });
    expect(await deliver()).toHaveLength(2);
    expect(await execute(first)).toMatchObject({ ok: true });
  });

  it('sends three codes in ten minutes, and says so; each of them is right', async () => {
    const { execute, deliver, pass, shown } = await tenantWithCodes(bench, 'confirmed');
    for (const seconds of [0, 60, 120]) {
      pass(seconds);
      await execute();
    }
    const [first = '', ...others] = await deliver();
    pass(180);
    expect(await execute()).toEqual({ ok: false, refusal: { ...asked, why: 'all-sent', triesLeft: 5 } });
    expect([others.length, await deliver()]).toEqual([2, [first, ...others]]);
    expect(await execute(first, await shown())).toMatchObject({ ok: true });
  });

  it('is carried out with a code by e-mail where the link came by SMS', async () => {
    const { execute, deliver, outgoing } = await tenantWithCodes(bench, 'confirmed', 'sms');
    expect(await execute()).toMatchObject({ refusal: { why: 'sent', sentBy: 'email' } });
    await deliver();
    expect(outgoing.messages).toMatchObject([{ to: { channel: 'email' }, subject: 'Your code to move people off “Sub1” [Acme]' }]);
    const [, code = ''] = /^(\d{6})$/m.exec(outgoing.messages[0]?.body ?? '') ?? [];
    expect(await execute(code)).toMatchObject({ ok: true });
  });

  it('sends one code when two people ask for it at the same moment', async () => {
    const { execute, deliver, shown } = await tenantWithCodes(bench, 'confirmed');
    const planHash = await shown();
    const answers = await Promise.all([1, 2, 3].map(() => execute(undefined, planHash)));
    expect(answers).toMatchObject(Array.from({ length: 3 }, () => ({ refusal: { why: 'sent', triesLeft: 5 } })));
    expect(await deliver()).toHaveLength(1);
  });

  it('takes no code after its ten minutes, and sends another one at once', async () => {
    const { execute, deliver, pass } = await tenantWithCodes(bench, 'confirmed');
    await execute();
    const [code = ''] = await deliver();
    pass(600);
    expect(await execute(code)).toMatchObject({ refusal: { why: 'over', triesLeft: 5, until: secondsAfter(NOW, 1200) } });
    const [, another = ''] = await deliver();
    expect(await execute(another)).toMatchObject({ ok: true });
  });

  it('takes the same code again when the plan has changed meanwhile and is confirmed anew', async () => {
    const { ports, execute, deliver, shown } = await tenantWithCodes(bench, 'confirmed');
    const planHash = await shown();
    await execute();
    const [code = ''] = await deliver();
    const zoe = aPerson({ personId: 'zoe', holds: { Sub1: 'standard-agent' } });
    await putPerson(ports, { actor: ACTOR, tenantId: ACME, person: zoe, ifMatch: undefined });
    expect(await execute(code, planHash)).toMatchObject({ refusal: { reason: 'plan-changed' } });
    expect(await execute(code)).toMatchObject({ ok: true });
  });

  it.each([
    ['there is none', undefined],
    ['it is not confirmed', 'pending'],
    ['it is gone', 'gone'],
  ] as const)('asks for a second channel when %s', async (_case, phone) => {
    const { execute, deliver } = await tenantWithCodes(bench, phone);
    expect(await execute()).toEqual({ ok: false, refusal: { reason: 'code-required', why: 'one-channel' } });
    expect(await execute('123456')).toEqual({ ok: false, refusal: { reason: 'code-required', why: 'one-channel' } });
    expect(await deliver()).toEqual([]);
  });

  it('tells somebody who may not act just that, and sends no code', async () => {
    const { ports } = portsOn(bench);
    await aTenantToMove(ports, { assurance: 'code' });
    await aRecipientWithLink({ ports, bench, mayAct: false, phone: 'confirmed' });
    expect(await executeLink(ports, { ...key, planHash: 'x' })).toEqual({ ok: false, refusal: { reason: 'may-not-act' } });
  });
});

describe.each(EITHER_STORES)('L9 fifty guesses at once %s', (_where, openStores) => {
  const bench = openStores();

  it('get five tries', async () => {
    const { execute, deliver, runs, shown } = await tenantWithCodes(bench, 'confirmed');
    await execute();
    const [code = ''] = await deliver();
    const planHash = await shown();
    const answers = await Promise.all(wrongOnes(code, 50).map((wrong) => execute(wrong, planHash)));
    const left = answers.flatMap((answer) => (answer.ok || !('triesLeft' in answer.refusal) ? [] : [answer.refusal.triesLeft]));
    expect([left.filter((tries) => tries > 0).toSorted(), left.length, await runs()]).toEqual([[1, 2, 3, 4], 50, []]);
    expect(await execute(code, planHash)).toMatchObject({ refusal: { why: 'tries-used-up' } });
  });
});
