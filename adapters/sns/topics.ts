import {
  ConfirmSubscriptionCommand,
  DeleteTopicCommand,
  InvalidParameterException,
  NotFoundException,
  PublishCommand,
  type SNSClient,
} from '@aws-sdk/client-sns';
import { ok, type Result, refused } from '#domain/result.ts';
import type { TopicOwner, Topics } from '#use-cases/ports.ts';
import { subscribeAddress } from './subscribe-address.ts';
import { topicWatch } from './subscription-state.ts';
import { topicName } from './topic-name.ts';

type Setup = {
  readonly client: SNSClient;
  /** How the names of this installation's topics begin. */
  readonly topicPrefix: string;
  /** How their ARNs begin, the names' prefix included. */
  readonly topicArnPrefix: string;
};

/** A2. A topic of its own for each recipient and channel: no personal link ever goes where somebody else reads. */
export function snsTopics({ client, topicPrefix, topicArnPrefix }: Setup): Topics {
  const arnOf = (owner: TopicOwner) => `${topicArnPrefix}${topicName(owner)}`;
  return {
    subscribe: (owner, address, { resend }) =>
      subscribeAddress(client, { name: `${topicPrefix}${topicName(owner)}`, protocol: owner.channel, address, resend }),
    remove: async (owner) => {
      await client.send(new DeleteTopicCommand({ TopicArn: arnOf(owner) }));
    },
    ...topicWatch(client),
    confirm: (owner, token) => confirm(client, arnOf(owner), token),
    publish: async (owner, { subject, body }) => {
      const withSubject = owner.channel === 'email' && subject !== undefined ? { Subject: subject } : {};
      await client.send(new PublishCommand({ TopicArn: arnOf(owner), Message: body, ...withSubject }));
    },
  };
}

/** A5. A signed call with this flag, a text in SNS's words: the link at the foot of each mail then unsubscribes nobody. */
async function confirm(client: SNSClient, topicArn: string, token: string): ReturnType<Topics['confirm']> {
  try {
    const confirmation = new ConfirmSubscriptionCommand({ TopicArn: topicArn, Token: token, AuthenticateOnUnsubscribe: 'true' });
    return confirmed(await client.send(confirmation));
  } catch (error) {
    if (error instanceof InvalidParameterException || error instanceof NotFoundException) return refused('invalid-token');
    throw error;
  }
}

function confirmed({
  SubscriptionArn,
}: {
  readonly SubscriptionArn?: string | undefined;
}): Result<{ readonly subscriptionArn: string }, 'invalid-token'> {
  if (SubscriptionArn === undefined) throw new Error('SNS confirmed a subscription without naming it.');
  return ok({ subscriptionArn: SubscriptionArn });
}
