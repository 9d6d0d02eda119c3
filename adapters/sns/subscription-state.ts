import { GetSubscriptionAttributesCommand, NotFoundException, type SNSClient } from '@aws-sdk/client-sns';
import type { Delivery } from '#domain/recipients/recipient.ts';
import type { Topics } from '#use-cases/ports.ts';
import type { StoredChannel } from '#use-cases/stored.ts';

/**
 * A5. What SNS says of a recorded subscription. One that was never made is pending; one that was unsubscribed, deleted or
 * leads to somebody else is gone.
 */
export async function subscriptionState(
  client: SNSClient,
  { address, subscriptionArn }: Omit<StoredChannel, 'delivery'>,
): Promise<Delivery> {
  if (subscriptionArn === undefined) return 'pending';
  try {
    const { Attributes = {} } = await client.send(new GetSubscriptionAttributesCommand({ SubscriptionArn: subscriptionArn }));
    const { Endpoint, PendingConfirmation } = Attributes;
    if (Endpoint !== undefined && !isSameAddress(Endpoint, address)) return 'gone';
    return PendingConfirmation === 'true' ? 'pending' : 'confirmed';
  } catch (error) {
    if (error instanceof NotFoundException) return 'gone';
    throw error;
  }
}

/** Nobody has two mailboxes that differ in capitals. */
export function isSameAddress(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** A5. What a check looks at, for functions that do nothing else with topics. */
export function topicWatch(client: SNSClient): Pick<Topics, 'deliveryOf'> {
  return { deliveryOf: (_owner, recorded) => subscriptionState(client, recorded) };
}
