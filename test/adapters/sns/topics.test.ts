import { ConfirmSubscriptionCommand, GetSubscriptionAttributesCommand, PublishCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import { describe, expect, it } from 'vitest';
import { anOwner, topicArnOf, topicsOnFauxqs } from '#test/support/topics.ts';

const { topics, sns, sent, follow, addressesOn } = topicsOnFauxqs();
const ANNA = 'anna@acme.example';
const ONCE = { resend: false };

describe('A2 a topic on SNS', () => {
  it('is named by a digest that tells neither tenant nor recipient', async () => {
    const owner = anOwner();
    const { subscriptionArn } = await topics().subscribe(owner, ANNA, ONCE);
    expect(subscriptionArn).toMatch(/:lapsewatch-[0-9a-f]{40}:/);
    expect(subscriptionArn).toContain(`${topicArnOf(owner)}:`);
  });

  it('asks for the ARN of what is still pending', async () => {
    await topics().subscribe(anOwner(), ANNA, ONCE);
    expect(sent().of(SubscribeCommand)).toEqual([
      expect.objectContaining({ Protocol: 'email', Endpoint: ANNA, ReturnSubscriptionArn: true }),
    ]);
  });

  it('finds a stranger on a later page of the list', async () => {
    const owner = anOwner();
    const { subscriptionArn } = await topics().subscribe(owner, ANNA, ONCE);
    await follow(owner, subscriptionArn);
    for (let stranger = 0; stranger < 101; stranger += 1) {
      const Endpoint = `stranger-${stranger}@evil.example`;
      const asked = { TopicArn: topicArnOf(owner), Protocol: 'email', Endpoint, ReturnSubscriptionArn: true };
      const { SubscriptionArn } = await sns().send(new SubscribeCommand(asked));
      await follow(owner, SubscriptionArn);
    }
    expect(await topics().subscribe(owner, ANNA, ONCE)).toMatchObject({ delivery: 'confirmed' });
    expect(await addressesOn(owner)).toEqual([ANNA]);
  });

  it('can no longer be confirmed by who was taken off it', async () => {
    const owner = anOwner();
    const { subscriptionArn } = await topics().subscribe(owner, 'typo@acme.example', ONCE);
    await topics().subscribe(owner, ANNA, ONCE);
    await expect(follow(owner, subscriptionArn)).rejects.toThrow();
  });
});

describe('A5 a pasted confirmation token', () => {
  it('confirms by a signed call, so that nobody else can unsubscribe', async () => {
    const owner = anOwner();
    const { subscriptionArn: token = '' } = await topics().subscribe(owner, ANNA, ONCE);
    await topics().confirm(owner, token);
    expect(sent().of(ConfirmSubscriptionCommand)).toEqual([
      { TopicArn: topicArnOf(owner), Token: token, AuthenticateOnUnsubscribe: 'true' },
    ]);
    const { Attributes } = await sns().send(new GetSubscriptionAttributesCommand({ SubscriptionArn: token }));
    expect(Attributes?.['PendingConfirmation']).toBe('false');
  });
});

describe('A3 publishing', () => {
  it('goes to the topic of the recipient and channel', async () => {
    const owner = anOwner();
    await topics().subscribe(owner, ANNA, ONCE);
    await topics().publish(owner, { subject: 'Hello', body: 'text' });
    expect(sent().of(PublishCommand)).toEqual([{ TopicArn: topicArnOf(owner), Subject: 'Hello', Message: 'text' }]);
  });
});
