import { describe, expect, it } from 'vitest';
import { anOwner, EITHER_TOPICS } from '#test/support/topics.ts';

const ANNA = 'anna@acme.example';
const ONCE = { resend: false };
const AGAIN = { resend: true };

describe.each(EITHER_TOPICS)('topics %s', (_where, openTopics) => {
  const { topics, down, follow, addressesOn, asked, published } = openTopics();

  describe('A2 a topic of its own per recipient and channel', () => {
    it('is made with its one subscription, which waits for confirmation', async () => {
      const owner = anOwner();
      const channel = await topics().subscribe(owner, ANNA, ONCE);
      expect(channel).toEqual({ address: ANNA, delivery: 'pending', subscriptionArn: expect.stringMatching(/^arn:/) });
      expect(await addressesOn(owner)).toEqual([ANNA]);
    });

    it('sends one confirmation mail, and another only when asked to', async () => {
      const owner = anOwner();
      await topics().subscribe(owner, ANNA, ONCE);
      expect(await topics().subscribe(owner, ANNA, ONCE)).toEqual({ address: ANNA, delivery: 'pending' });
      expect(asked()).toBe(1);
      const again = await topics().subscribe(owner, ANNA, AGAIN);
      expect(again).toMatchObject({ delivery: 'pending', subscriptionArn: expect.any(String) });
      expect(asked()).toBe(2);
    });

    it('leaves a confirmed address alone, however it is asked', async () => {
      const owner = anOwner();
      const { subscriptionArn } = await topics().subscribe(owner, ANNA, ONCE);
      await follow(owner, subscriptionArn);
      const state = { address: 'Anna@acme.example', delivery: 'confirmed', subscriptionArn };
      expect(await topics().subscribe(owner, 'Anna@acme.example', AGAIN)).toEqual(state);
      expect(asked()).toBe(1);
    });

    it('takes a replaced address off, confirmed or not', async () => {
      const owner = anOwner();
      const typo = await topics().subscribe(owner, 'typo@acme.example', ONCE);
      const old = await topics().subscribe(owner, 'old@acme.example', ONCE);
      expect(await addressesOn(owner)).toEqual(['old@acme.example']);
      expect(await topics().deliveryOf(owner, typo)).toBe('gone');
      await follow(owner, old.subscriptionArn);
      await topics().subscribe(owner, 'new@acme.example', ONCE);
      expect(await addressesOn(owner)).toEqual(['new@acme.example']);
      expect(await topics().deliveryOf(owner, old)).toBe('gone');
    });

    it('reaches a telephone without confirmation', async () => {
      const state = { address: '+4915112345678', delivery: 'confirmed' };
      expect(await topics().subscribe(anOwner('sms'), '+4915112345678', ONCE)).toMatchObject(state);
    });

    it('is deleted with its subscriptions, and deleting it again is well, too', async () => {
      const owner = anOwner();
      await topics().subscribe(owner, ANNA, ONCE);
      await topics().remove(owner);
      await topics().remove(owner);
      expect(await addressesOn(owner)).toEqual([]);
    });
  });

  describe('A5 delivery state', () => {
    it('is pending, then confirmed, then gone', async () => {
      const owner = anOwner();
      const channel = await topics().subscribe(owner, ANNA, ONCE);
      expect(await topics().deliveryOf(owner, channel)).toBe('pending');
      await follow(owner, channel.subscriptionArn);
      expect(await topics().deliveryOf(owner, channel)).toBe('confirmed');
      await topics().remove(owner);
      expect(await topics().deliveryOf(owner, channel)).toBe('gone');
    });

    it('is pending while nothing was subscribed', async () => {
      expect(await topics().deliveryOf(anOwner(), { address: ANNA, delivery: 'pending' })).toBe('pending');
    });

    it('is gone where the subscription leads to another address', async () => {
      const owner = anOwner();
      const channel = await topics().subscribe(owner, ANNA, ONCE);
      expect(await topics().deliveryOf(owner, { ...channel, address: 'other@acme.example' })).toBe('gone');
    });

    it('is not guessed when nobody answers', async () => {
      const owner = anOwner();
      const channel = await topics().subscribe(owner, ANNA, ONCE);
      await expect(down().deliveryOf(owner, channel)).rejects.toThrow();
    });
  });

  describe('A5 a pasted confirmation token', () => {
    it('confirms', async () => {
      const owner = anOwner();
      const channel = await topics().subscribe(owner, ANNA, ONCE);
      const token = channel.subscriptionArn ?? '';
      expect(await topics().confirm(owner, token)).toEqual({ ok: true, value: { subscriptionArn: token } });
      expect(await topics().deliveryOf(owner, channel)).toBe('confirmed');
    });

    it('is refused when nobody knows it, or the topic', async () => {
      const owner = anOwner();
      expect(await topics().confirm(owner, 'token')).toEqual({ ok: false, refusal: 'invalid-token' });
      await topics().subscribe(owner, ANNA, ONCE);
      expect(await topics().confirm(owner, 'token')).toEqual({ ok: false, refusal: 'invalid-token' });
    });
  });

  describe('A3 publishing', () => {
    it('gives an e-mail its subject, and an SMS none', async () => {
      const [mail, phone] = [anOwner('email'), anOwner('sms')];
      await topics().subscribe(mail, ANNA, ONCE);
      await topics().subscribe(phone, '+4915112345678', ONCE);
      await topics().publish(mail, { subject: 'Grüße', body: 'Zeile 1\nZeile 2' });
      await topics().publish(phone, { subject: 'not for a phone', body: 'short' });
      expect(published()).toEqual([{ subject: 'Grüße', body: 'Zeile 1\nZeile 2' }, { body: 'short' }]);
    });

    it('fails when the topic is gone', async () => {
      await expect(topics().publish(anOwner(), { body: 'text' })).rejects.toThrow();
    });
  });
});
