import type { RenderedMessage } from '#domain/messages/message.ts';
import type { Delivery } from '#domain/recipients/recipient.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { TopicOwner, Topics } from '#use-cases/ports.ts';
import type { StoredChannel } from '#use-cases/stored.ts';
import { suffered, type WriteFault } from './faults.ts';
import { kept } from './kept.ts';

type Subscription = { readonly arn: string; readonly address: string; confirmed: boolean };
type Topic = { subscriptions: readonly Subscription[] };

/** A message, to whose topic it went, and which confirmed addresses it reached. */
type Published = RenderedMessage & { readonly to: TopicOwner; readonly reached: readonly string[] };

/** Topics, and what people do with them. */
export type MemoryTopics = Topics & {
  readonly published: readonly Published[];
  /** The addresses that were asked for confirmation, in order. */
  readonly asked: readonly string[];
  readonly addressesOn: (owner: TopicOwner) => readonly string[];
  /** Somebody follows the link in the confirmation mail. */
  readonly follow: (subscriptionArn: string) => void;
  /** Somebody follows the link at the foot of a mail. */
  readonly unsubscribe: (subscriptionArn: string) => void;
};

/**
 * SNS as the product relies on it: a pending subscription's ARN is known to the call that made it alone, its confirmation
 * token is that ARN, telephones need no confirmation, and only confirmed addresses are reached.
 */
export function memoryTopics(fault: (call: keyof Topics) => 'none' | WriteFault = () => 'none'): MemoryTopics {
  const topics = new Map<string, Topic>();
  const [published, asked]: [Published[], string[]] = [[], []];
  let arns = 0;
  const nextArn = (owner: TopicOwner) => {
    arns += 1;
    return `arn:memory:${keyOf(owner)}:${arns}`;
  };
  const everybody = () => [...topics.values()].flatMap(({ subscriptions }) => subscriptions);
  const addressed = (owner: TopicOwner) => topics.get(keyOf(owner))?.subscriptions ?? [];
  return {
    published,
    asked,
    subscribe: (owner, address, { resend }) =>
      suffered(fault('subscribe'), 'Subscribing', (again) =>
        subscribe({ topics, asked, nextArn }, { owner, address, resend: again || resend }),
      ),
    remove: (owner) => suffered(fault('remove'), 'Removing a topic', () => void topics.delete(keyOf(owner))),
    deliveryOf: (_owner, recorded) => suffered(fault('deliveryOf'), 'Reading a subscription', () => deliveryOf(everybody(), recorded)),
    confirm: (owner, token) => suffered(fault('confirm'), 'Confirming', () => confirm(addressed(owner), token)),
    publish: (owner, message) =>
      suffered(fault('publish'), 'Publishing', () => void published.push(publication(topics.get(keyOf(owner)), owner, message))),
    addressesOn: (owner) => addressed(owner).map(({ address }) => address),
    follow: (arn) => void confirm(everybody(), arn),
    unsubscribe: (arn) => {
      for (const topic of topics.values()) topic.subscriptions = topic.subscriptions.filter((one) => one.arn !== arn);
    },
  };
}

type Subscribing = { readonly owner: TopicOwner; readonly address: string; readonly resend: boolean };
type State = { readonly topics: Map<string, Topic>; readonly asked: string[]; readonly nextArn: (owner: TopicOwner) => string };

/** A2. Leaves exactly this address subscribed, and asks it for confirmation when it is new there or `resend` says so. */
function subscribe({ topics, asked, nextArn }: State, { owner, address, resend }: Subscribing): StoredChannel {
  const known = topics.get(keyOf(owner))?.subscriptions.find((own) => isSameAddress(own.address, address));
  const subscription = known ?? { arn: nextArn(owner), address, confirmed: owner.channel === 'sms' };
  topics.set(keyOf(owner), { subscriptions: [subscription] });
  const { arn: subscriptionArn, confirmed } = subscription;
  if (confirmed) return { address, delivery: 'confirmed', subscriptionArn };
  if (known !== undefined && !resend) return { address, delivery: 'pending' };
  asked.push(address);
  return { address, delivery: 'pending', subscriptionArn };
}

/** A5. What SNS would say today of what was recorded. */
function deliveryOf(everybody: readonly Subscription[], { address, subscriptionArn }: StoredChannel): Delivery {
  if (subscriptionArn === undefined) return 'pending';
  const subscription = everybody.find(({ arn }) => arn === subscriptionArn);
  if (subscription === undefined || !isSameAddress(subscription.address, address)) return 'gone';
  return subscription.confirmed ? 'confirmed' : 'pending';
}

function confirm(subscriptions: readonly Subscription[], token: string): Result<{ readonly subscriptionArn: string }, 'invalid-token'> {
  const subscription = subscriptions.find(({ arn }) => arn === token);
  if (subscription === undefined) return refused('invalid-token');
  subscription.confirmed = true;
  return ok({ subscriptionArn: token });
}

function publication(topic: Topic | undefined, to: TopicOwner, { subject, body }: RenderedMessage): Published {
  if (topic === undefined) throw new Error(`There is no topic for the ${to.channel} of the recipient.`);
  const reached = topic.subscriptions.filter(({ confirmed }) => confirmed).map(({ address }) => address);
  return kept({ to, body, ...(to.channel === 'email' && subject !== undefined && { subject }), reached });
}

function keyOf({ tenantId, recipientId, channel }: TopicOwner): string {
  return `${tenantId}#${recipientId}#${channel}`;
}

function isSameAddress(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
