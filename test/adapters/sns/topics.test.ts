import {
  ConfirmSubscriptionCommand,
  GetSubscriptionAttributesCommand,
  ListSubscriptionsByTopicCommand,
  PublishCommand,
  type SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/runtime/digest.ts';
import { snsTopics } from '#adapters/sns/topics.ts';
import { idOf } from '#domain/ids.ts';
import { snsOnFauxqs } from '#test/support/fauxqs.ts';
import { asSnsDoes, recorded } from '#test/support/sns-middleware.ts';
import type { TopicOwner } from '#use-cases/ports.ts';

const { server, sns } = snsOnFauxqs();
const ARN_PREFIX = 'arn:aws:sns:us-east-1:000000000000:lapsewatch-';
const ONCE = { resend: false };
const AGAIN = { resend: true };
let recipients = 0;

/** A recipient that no other test knows, with a client that hides what SNS hides, and writes down what is sent. */
function aRecipient(channel: TopicOwner['channel'] = 'email') {
  recipients += 1;
  const owner: TopicOwner = { tenantId: idOf.tenant('acme'), recipientId: idOf.recipient(`anna-${recipients}`), channel };
  const client = asSnsDoes(sns(), sns());
  const topicArn = `${ARN_PREFIX}${sha256(`${owner.tenantId}#${owner.recipientId}#${channel}`).slice(0, 40)}`;
  const topics = snsTopics({ client, topicPrefix: 'lapsewatch-', topicArnPrefix: ARN_PREFIX });
  return { owner, topics, topicArn, sent: recorded(client), confirm: (arn = '') => confirm(sns(), topicArn, arn) };
}

async function confirm(client: SNSClient, TopicArn: string, Token: string): Promise<void> {
  await client.send(new ConfirmSubscriptionCommand({ TopicArn, Token }));
}

async function addressesOn(topicArn: string): Promise<readonly (string | undefined)[]> {
  const { Subscriptions = [] } = await sns().send(new ListSubscriptionsByTopicCommand({ TopicArn: topicArn }));
  return Subscriptions.map(({ Endpoint }) => Endpoint);
}

describe('A2 a topic of its own per recipient and channel', () => {
  it('is made with its one subscription, which waits for confirmation', async () => {
    const { owner, topics, topicArn } = aRecipient();
    const channel = await topics.subscribe(owner, 'anna@acme.example', ONCE);
    expect(channel).toEqual({
      address: 'anna@acme.example',
      delivery: 'pending',
      subscriptionArn: expect.stringContaining(`${topicArn}:`),
    });
    expect(await addressesOn(topicArn)).toEqual(['anna@acme.example']);
  });

  it('is named by a digest that tells neither tenant nor recipient', async () => {
    const { topicArn } = aRecipient();
    expect(topicArn).toMatch(/:lapsewatch-[0-9a-f]{40}$/);
  });

  it('sends one confirmation mail, and another only when asked to', async () => {
    const { owner, topics, sent } = aRecipient();
    await topics.subscribe(owner, 'anna@acme.example', ONCE);
    expect(await topics.subscribe(owner, 'anna@acme.example', ONCE)).toEqual({ address: 'anna@acme.example', delivery: 'pending' });
    expect(sent.of(SubscribeCommand)).toHaveLength(1);
    expect(await topics.subscribe(owner, 'anna@acme.example', AGAIN)).toMatchObject({
      delivery: 'pending',
      subscriptionArn: expect.any(String),
    });
    expect(sent.of(SubscribeCommand)).toEqual([
      expect.objectContaining({ Protocol: 'email', Endpoint: 'anna@acme.example', ReturnSubscriptionArn: true }),
      expect.anything(),
    ]);
  });

  it('leaves a confirmed address alone, however it is asked', async () => {
    const { owner, topics, sent, confirm: confirmed } = aRecipient();
    const { subscriptionArn } = await topics.subscribe(owner, 'anna@acme.example', ONCE);
    await confirmed(subscriptionArn);
    const state = { address: 'Anna@acme.example', delivery: 'confirmed', subscriptionArn };
    expect(await topics.subscribe(owner, 'Anna@acme.example', AGAIN)).toEqual(state);
    expect(sent.of(SubscribeCommand)).toHaveLength(1);
  });

  it('takes a replaced address off, confirmed or not', async () => {
    const { owner, topics, topicArn, confirm: confirmed } = aRecipient();
    await topics.subscribe(owner, 'typo@acme.example', ONCE);
    const { subscriptionArn } = await topics.subscribe(owner, 'old@acme.example', ONCE);
    expect(await addressesOn(topicArn)).toEqual(['old@acme.example']);
    await confirmed(subscriptionArn);
    await topics.subscribe(owner, 'new@acme.example', ONCE);
    expect(await addressesOn(topicArn)).toEqual(['new@acme.example']);
    await expect(confirmed(subscriptionArn)).rejects.toThrow();
  });

  it('finds a stranger on a later page of the list', async () => {
    const { owner, topics, topicArn } = aRecipient();
    const { subscriptionArn = '' } = await topics.subscribe(owner, 'anna@acme.example', ONCE);
    await confirm(sns(), topicArn, subscriptionArn);
    for (let stranger = 0; stranger < 101; stranger += 1) {
      const Endpoint = `stranger-${stranger}@evil.example`;
      const { SubscriptionArn = '' } = await sns().send(
        new SubscribeCommand({ TopicArn: topicArn, Protocol: 'email', Endpoint, ReturnSubscriptionArn: true }),
      );
      await confirm(sns(), topicArn, SubscriptionArn);
    }
    expect(await topics.subscribe(owner, 'anna@acme.example', ONCE)).toMatchObject({ delivery: 'confirmed' });
    expect(await addressesOn(topicArn)).toEqual(['anna@acme.example']);
  });

  it('reaches a telephone without confirmation', async () => {
    const { owner, topics } = aRecipient('sms');
    expect(await topics.subscribe(owner, '+4915112345678', ONCE)).toMatchObject({ address: '+4915112345678', delivery: 'confirmed' });
  });

  it('is deleted with its subscriptions, and deleting it again is well, too', async () => {
    const { owner, topics, topicArn } = aRecipient();
    await topics.subscribe(owner, 'anna@acme.example', ONCE);
    await topics.remove(owner);
    await topics.remove(owner);
    expect(await addressesOn(topicArn)).toEqual([]);
  });
});

describe('A5 delivery state', () => {
  it('is pending, then confirmed, then gone', async () => {
    const { owner, topics, confirm: confirmed } = aRecipient();
    const channel = await topics.subscribe(owner, 'anna@acme.example', ONCE);
    expect(await topics.deliveryOf(owner, channel)).toBe('pending');
    await confirmed(channel.subscriptionArn);
    expect(await topics.deliveryOf(owner, channel)).toBe('confirmed');
    await topics.remove(owner);
    expect(await topics.deliveryOf(owner, channel)).toBe('gone');
  });

  it('is pending while nothing was subscribed', async () => {
    const { owner, topics } = aRecipient();
    expect(await topics.deliveryOf(owner, { address: 'anna@acme.example', delivery: 'pending' })).toBe('pending');
  });

  it('is gone where the subscription leads to another address', async () => {
    const { owner, topics } = aRecipient();
    const channel = await topics.subscribe(owner, 'anna@acme.example', ONCE);
    expect(await topics.deliveryOf(owner, { ...channel, address: 'other@acme.example' })).toBe('gone');
  });

  it('is not guessed when SNS does not answer', async () => {
    const { owner, topics } = aRecipient();
    const client = sns();
    client.middlewareStack.add(() => async () => Promise.reject(new Error('SNS is down.')), { step: 'initialize' });
    const down = snsTopics({ client, topicPrefix: 'lapsewatch-', topicArnPrefix: ARN_PREFIX });
    const channel = await topics.subscribe(owner, 'anna@acme.example', ONCE);
    await expect(down.deliveryOf(owner, channel)).rejects.toThrow('SNS is down.');
  });
});

describe('A5 a pasted confirmation token', () => {
  it('confirms by a signed call, so that nobody else can unsubscribe', async () => {
    const { owner, topics, topicArn, sent } = aRecipient();
    const { subscriptionArn: token = '' } = await topics.subscribe(owner, 'anna@acme.example', ONCE);
    expect(await topics.confirm(owner, token)).toEqual({ ok: true, value: { subscriptionArn: token } });
    expect(sent.of(ConfirmSubscriptionCommand)).toEqual([{ TopicArn: topicArn, Token: token, AuthenticateOnUnsubscribe: 'true' }]);
    const { Attributes } = await sns().send(new GetSubscriptionAttributesCommand({ SubscriptionArn: token }));
    expect(Attributes?.['PendingConfirmation']).toBe('false');
  });

  it('is refused when SNS does not know it, or the topic', async () => {
    const { owner, topics } = aRecipient();
    expect(await topics.confirm(owner, 'token')).toEqual({ ok: false, refusal: 'invalid-token' });
    await topics.subscribe(owner, 'anna@acme.example', ONCE);
    expect(await topics.confirm(owner, 'token')).toEqual({ ok: false, refusal: 'invalid-token' });
  });
});

describe('A3 publishing', () => {
  it('gives an e-mail its subject, and an SMS none', async () => {
    const mail = aRecipient('email');
    const phone = aRecipient('sms');
    await mail.topics.subscribe(mail.owner, 'anna@acme.example', ONCE);
    await phone.topics.subscribe(phone.owner, '+4915112345678', ONCE);
    await mail.topics.publish(mail.owner, { subject: 'Grüße', body: 'Zeile 1\nZeile 2' });
    await phone.topics.publish(phone.owner, { subject: 'not for a phone', body: 'short' });
    expect(mail.sent.of(PublishCommand)).toEqual([{ TopicArn: mail.topicArn, Subject: 'Grüße', Message: 'Zeile 1\nZeile 2' }]);
    expect(phone.sent.of(PublishCommand)).toEqual([{ TopicArn: phone.topicArn, Message: 'short' }]);
    expect(
      server()
        .spy.getAllMessages()
        .filter(({ service }) => service === 'sns'),
    ).toHaveLength(2);
  });

  it('fails when the topic is gone', async () => {
    const { owner, topics } = aRecipient();
    await expect(topics.publish(owner, { body: 'text' })).rejects.toThrow();
  });
});
