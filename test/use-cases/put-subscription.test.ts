import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import { aPerson, aSubscription, aTenant, type SubscriptionOverrides } from '#test/support/builders.ts';
import { portsOn } from '#test/support/ports.ts';
import { ACME, storesInMemory } from '#test/support/stores.ts';
import { deletePerson } from '#use-cases/delete-person.ts';
import { deleteSubscription } from '#use-cases/delete-subscription.ts';
import { putPerson } from '#use-cases/put-person.ts';
import { putSubscription } from '#use-cases/put-subscription.ts';
import { putTenant } from '#use-cases/put-tenant.ts';

const bench = storesInMemory();
const actor = { who: 'arn:aws:iam::000000000000:user/anna', door: 'api' } as const;
const Sub1 = idOf.subscription('Sub1');

/** A tenant, and short words for what these tests do to it. */
async function acme() {
  const { ports, asked } = portsOn(bench);
  await putTenant(ports, { actor, tenant: aTenant(), ifMatch: undefined });
  const put = (overrides: SubscriptionOverrides = {}) =>
    putSubscription(ports, { actor, tenantId: ACME, subscription: aSubscription(overrides), ifMatch: undefined });
  const hold = (personId: string, holds: Record<string, string>) =>
    putPerson(ports, { actor, tenantId: ACME, person: aPerson({ personId, holds }), ifMatch: undefined });
  const free = async (id = Sub1) => (await bench.acme().readSubscription(id))?.free;
  return { ports, asked, put, hold, free };
}

describe('R4 free seats', () => {
  it('are the commitments of a new subscription', async () => {
    const { put, free } = await acme();
    await put({ seats: { 'premium-agent': 5, 'standard-agent': 20 } });
    expect(await free()).toEqual({ 'premium-agent': 5, 'standard-agent': 20 });
  });

  it('follow people who come, change and go', async () => {
    const { ports, put, hold, free } = await acme();
    await put({ seats: { 'premium-agent': 5 } });
    await hold('a', { Sub1: 'premium-agent' });
    await hold('b', { Sub1: 'premium-agent' });
    expect(await free()).toEqual({ 'premium-agent': 3 });
    await hold('b', {});
    await deletePerson(ports, { actor, tenantId: ACME, personId: idOf.person('a'), ifMatch: undefined });
    expect(await free()).toEqual({ 'premium-agent': 5 });
  });

  it('follow the difference when commitments change, and go below zero when more hold a kind than is committed', async () => {
    const { put, hold, free } = await acme();
    await put({ seats: { 'premium-agent': 2 } });
    await hold('a', { Sub1: 'premium-agent' });
    await hold('b', { Sub1: 'standard-agent' });
    await put({ seats: { 'premium-agent': 4 } });
    expect(await free()).toEqual({ 'premium-agent': 3, 'standard-agent': -1 });
  });
});

describe('D20 one licensing model', () => {
  it('refuses a mix and names both subscriptions', async () => {
    const { put } = await acme();
    await put({ licensing: 'named' });
    expect(await put({ subscriptionId: 'Sub2', licensing: 'concurrent' })).toMatchObject({
      ok: false,
      refusal: { reason: 'licensing-model-mixed', subscriptionIds: ['Sub2', 'Sub1'] },
    });
    expect((await bench.acme().readSubscriptions()).map(({ subscriptionId }) => subscriptionId)).toEqual(['Sub1']);
  });

  it('holds when both come at the same moment: one of them is in, never both', async () => {
    const { put } = await acme();
    const outcomes = await Promise.all([
      put({ subscriptionId: 'Sub1', licensing: 'named' }),
      put({ subscriptionId: 'Sub2', licensing: 'concurrent' }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await bench.acme().readSubscriptions()).toHaveLength(1);
  });
});

describe('a subscription', () => {
  it('answers with what is to be known of it', async () => {
    const { put } = await acme();
    await put({ startsOn: '2025-01-01', telephony: 'vpop' });
    const outcome = await put({ subscriptionId: 'Sub2', telephony: 'webex-calling' });
    expect(outcome.ok && outcome.value.findings.map(({ kind }) => kind)).toEqual(['telephony-mismatch']);
  });

  it('is not replaced under another revision than the one asked for', async () => {
    const { ports, put } = await acme();
    await put({ name: 'First' });
    const outcome = await putSubscription(ports, { actor, tenantId: ACME, subscription: aSubscription({ name: 'Second' }), ifMatch: 7 });
    expect(outcome).toEqual({ ok: false, refusal: { reason: 'precondition-failed' } });
    expect((await bench.acme().readSubscription(Sub1))?.name).toBe('First');
  });

  it('cannot be deleted while somebody holds a licence of it, and can afterwards', async () => {
    const { ports, put, hold } = await acme();
    await put({ seats: { 'premium-agent': 1 } });
    await hold('a', { Sub1: 'premium-agent' });
    const remove = () => deleteSubscription(ports, { actor, tenantId: ACME, subscriptionId: Sub1, ifMatch: undefined });
    expect(await remove()).toMatchObject({ ok: false, refusal: { reason: 'subscription-in-use' } });
    await hold('a', {});
    expect(await remove()).toMatchObject({ ok: true });
    expect(await bench.acme().readSubscription(Sub1)).toBeUndefined();
  });

  it('that does not exist cannot be held: the person is refused as a whole', async () => {
    const { hold } = await acme();
    expect(await hold('a', { Sub9: 'premium-agent' })).toEqual({
      ok: false,
      refusal: { reason: 'unknown-subscription', subscriptionId: 'Sub9' },
    });
    expect(await bench.acme().readPerson(idOf.person('a'))).toBeUndefined();
  });
});

describe('U1 the audit', () => {
  it('has one entry for each change, with who, before and after', async () => {
    const { put } = await acme();
    await put({ name: 'First' });
    await put({ name: 'Second' });
    const { items } = await bench.acme().listAudit({ limit: 10 });
    expect(items.map(({ action, who }) => [action, who])).toEqual([
      ['subscription-replaced', actor.who],
      ['subscription-created', actor.who],
      ['tenant-created', actor.who],
    ]);
    expect(items[0]).toMatchObject({ before: { name: 'First' }, after: { name: 'Second' }, subject: 'Sub1' });
  });
});

describe('C2 a check soon after', () => {
  it('is asked for by each write that can change the answer', async () => {
    const { asked, put, hold } = await acme();
    await put({ seats: { 'premium-agent': 1 } });
    await hold('a', { Sub1: 'premium-agent' });
    expect(asked.checks.map(({ because }) => because)).toEqual(['write', 'write', 'write']);
  });
});
