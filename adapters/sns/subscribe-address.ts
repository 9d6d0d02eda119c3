import {
  CreateTopicCommand,
  DeleteTopicCommand,
  ListSubscriptionsByTopicCommand,
  type SNSClient,
  SubscribeCommand,
  type Subscription,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import type { Channel } from '#domain/recipients/recipient.ts';
import type { StoredChannel } from '#use-cases/stored.ts';
import { isSameAddress, subscriptionState } from './subscription-state.ts';

type Wanted = { readonly name: string; readonly protocol: Channel; readonly address: string; readonly resend: boolean };

/**
 * A2. Makes the topic where it is missing and leaves exactly this address subscribed to it. An address that is subscribed
 * already is asked for confirmation again only with `resend`, and never once it is confirmed. The ARN is missing where
 * SNS keeps it to itself, which it does for a pending subscription that is not asked for anew.
 */
export async function subscribeAddress(client: SNSClient, wanted: Wanted): Promise<StoredChannel> {
  const { address, resend } = wanted;
  const topicArn = await makeTopic(client, wanted.name);
  const own = await leaveOnly(client, { ...wanted, topicArn });
  if (own === undefined) return subscribe(client, { ...wanted, topicArn });
  const subscriptionArn = arnOf(own);
  if (subscriptionArn === undefined) return resend ? subscribe(client, { ...wanted, topicArn }) : { address, delivery: 'pending' };
  const delivery = await subscriptionState(client, { address, subscriptionArn });
  const isSettled = delivery === 'confirmed' || (delivery === 'pending' && !resend);
  return isSettled ? { address, delivery, subscriptionArn } : subscribe(client, { ...wanted, topicArn });
}

type OnTopic = Wanted & { readonly topicArn: string };

async function makeTopic(client: SNSClient, name: string): Promise<string> {
  const { TopicArn } = await client.send(new CreateTopicCommand({ Name: name }));
  if (TopicArn === undefined) throw new Error(`SNS made the topic ${name} without answering with its ARN.`);
  return TopicArn;
}

async function subscribe(client: SNSClient, { topicArn, protocol, address }: OnTopic): Promise<StoredChannel> {
  const { SubscriptionArn: subscriptionArn } = await client.send(
    new SubscribeCommand({ TopicArn: topicArn, Protocol: protocol, Endpoint: address, ReturnSubscriptionArn: true }),
  );
  if (subscriptionArn === undefined) throw new Error('SNS subscribed an address without answering with the ARN.');
  return { address, delivery: await subscriptionState(client, { address, subscriptionArn }), subscriptionArn };
}

/**
 * Takes everybody else off the topic and answers with the address's own subscription. A pending one has no ARN to
 * unsubscribe by and could still be confirmed, so the topic is made anew then: that ends it.
 */
async function leaveOnly(client: SNSClient, { topicArn, name, address }: OnTopic): Promise<Subscription | undefined> {
  const subscriptions = await subscriptionsOf(client, topicArn);
  const others = subscriptions.filter(({ Endpoint = '' }) => !isSameAddress(Endpoint, address));
  if (others.some((other) => arnOf(other) === undefined)) {
    await client.send(new DeleteTopicCommand({ TopicArn: topicArn }));
    await makeTopic(client, name);
    return undefined;
  }
  for (const other of others) await client.send(new UnsubscribeCommand({ SubscriptionArn: arnOf(other) }));
  return subscriptions.find(({ Endpoint = '' }) => isSameAddress(Endpoint, address));
}

/** All pages, without those that SNS still lists although they were deleted. */
async function subscriptionsOf(client: SNSClient, topicArn: string): Promise<readonly Subscription[]> {
  const found: Subscription[] = [];
  let next: string | undefined;
  do {
    const page = await client.send(new ListSubscriptionsByTopicCommand({ TopicArn: topicArn, NextToken: next }));
    found.push(...(page.Subscriptions ?? []));
    next = page.NextToken;
  } while (next !== undefined);
  return found.filter(({ SubscriptionArn }) => SubscriptionArn !== 'Deleted');
}

/** SNS lists `PendingConfirmation` in the place of the ARN of a pending subscription. */
function arnOf({ SubscriptionArn }: Subscription): string | undefined {
  return SubscriptionArn?.startsWith('arn:') ? SubscriptionArn : undefined;
}
