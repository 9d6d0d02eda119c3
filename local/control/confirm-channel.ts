import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery } from '#domain/recipients/recipient.ts';
import type { Subscriptions, TopicSubscription } from '#local/gate/subscriptions.ts';
import { type TopicOwner, topicNameOf } from '#local/inbox/topic-owners.ts';

/** Making a topic is queued work: it may follow the PUT of its recipient by a moment. */
const WAIT_MS = 5_000;

type Confirm = {
  readonly owner: TopicOwner;
  readonly state: Delivery;
  readonly subscriptions: Subscriptions;
  /** What every recipient's topic ARN begins with. */
  readonly topicArnPrefix: string;
};

/**
 * Does what a person does with a subscription: follows the confirmation link, or the unsubscribe link; `pending` puts it
 * back to before either. False when the channel has no subscription.
 */
export async function confirmChannel({ owner, state, subscriptions, topicArnPrefix }: Confirm): Promise<boolean> {
  const topicArn = `${topicArnPrefix}${topicNameOf(owner)}`;
  const found = await waitForSubscription(subscriptions, topicArn);
  if (found === undefined) return false;
  if (state === 'confirmed') await subscriptions.confirm(topicArn, found.arn);
  else await subscriptions.unsubscribe(found.arn);
  if (state === 'pending') await subscriptions.subscribe(topicArn, found.protocol, found.endpoint);
  return true;
}

async function waitForSubscription(subscriptions: Subscriptions, topicArn: string): Promise<TopicSubscription | undefined> {
  const until = performance.now() + WAIT_MS;
  while (performance.now() < until) {
    const [first] = await subscriptions.of(topicArn);
    if (first !== undefined) return first;
    await sleep(50);
  }
  return undefined;
}
