import type { GateAnswer } from './forward.ts';
import { elementOf, membersOf } from './sns-answers.ts';

/** One subscription of a topic as the emulator keeps it, with the confirmation state that its lists do not show. */
export type TopicSubscription = {
  readonly arn: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly confirmed: boolean;
};

/** One SNS action at the emulator, past the gate's own rewriting. */
export type SnsCall = (action: string, parameters: Readonly<Record<string, string>>) => Promise<GateAnswer>;

/** The local stack's own way to subscriptions: what recipients do with theirs, in the place of a mailbox. */
export type Subscriptions = {
  readonly of: (topicArn: string) => Promise<readonly TopicSubscription[]>;
  readonly isConfirmed: (subscriptionArn: string) => Promise<boolean>;
  readonly confirm: (topicArn: string, subscriptionArn: string) => Promise<void>;
  readonly unsubscribe: (subscriptionArn: string) => Promise<void>;
  readonly subscribe: (topicArn: string, protocol: string, endpoint: string) => Promise<void>;
};

export function subscriptionsAt(call: SnsCall): Subscriptions {
  const isConfirmed = async (arn: string): Promise<boolean> => {
    const { body } = await call('GetSubscriptionAttributes', { SubscriptionArn: arn });
    return /<key>PendingConfirmation<\/key>\s*<value>false<\/value>/.test(body.toString());
  };
  return {
    isConfirmed,
    of: async (topicArn) => {
      const { body } = await call('ListSubscriptionsByTopic', { TopicArn: topicArn });
      return Promise.all(
        membersOf(body.toString()).map(async (member) => {
          const arn = elementOf(member, 'SubscriptionArn') ?? '';
          const confirmed = await isConfirmed(arn);
          return { arn, protocol: elementOf(member, 'Protocol') ?? '', endpoint: elementOf(member, 'Endpoint') ?? '', confirmed };
        }),
      );
    },
    confirm: async (topicArn, subscriptionArn) => {
      await expectSuccess(call('ConfirmSubscription', { TopicArn: topicArn, Token: subscriptionArn }));
    },
    unsubscribe: async (subscriptionArn) => {
      await expectSuccess(call('Unsubscribe', { SubscriptionArn: subscriptionArn }));
    },
    subscribe: async (topicArn, protocol, endpoint) => {
      await expectSuccess(call('Subscribe', { TopicArn: topicArn, Protocol: protocol, Endpoint: endpoint }));
    },
  };
}

async function expectSuccess(answering: Promise<GateAnswer>): Promise<void> {
  const { status, body } = await answering;
  if (status !== 200) throw new Error(`The topic emulator answered ${status}: ${body.toString()}`);
}
