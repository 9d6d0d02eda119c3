import {
  ConfirmSubscriptionCommand,
  ListSubscriptionsByTopicCommand,
  PublishCommand,
  type SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import { beforeEach } from 'vitest';
import { type MemoryTopics, memoryTopics } from '#adapters/memory/topics.ts';
import { sha256 } from '#adapters/runtime/digest.ts';
import { snsTopics } from '#adapters/sns/topics.ts';
import { idOf } from '#domain/ids.ts';
import type { RenderedMessage } from '#domain/messages/message.ts';
import type { TopicOwner, Topics } from '#use-cases/ports.ts';
import { snsOnFauxqs } from './fauxqs.ts';
import { asSnsDoes, recorded, type Sent } from './sns-middleware.ts';

const ARN_PREFIX = 'arn:aws:sns:us-east-1:000000000000:lapsewatch-';
let recipients = 0;

/** A recipient that no other test knows. */
export function anOwner(channel: TopicOwner['channel'] = 'email'): TopicOwner {
  recipients += 1;
  return { tenantId: idOf.tenant('acme'), recipientId: idOf.recipient(`anna-${recipients}`), channel };
}

/** What a test of the topics works with, whatever keeps them. */
export type TopicsBench = {
  readonly topics: () => Topics;
  /** Topics that do not answer. */
  readonly down: () => Topics;
  /** Somebody follows the link in the confirmation mail. */
  readonly follow: (owner: TopicOwner, subscriptionArn?: string) => Promise<void>;
  readonly addressesOn: (owner: TopicOwner) => Promise<readonly string[]>;
  /** How often somebody was asked to confirm. */
  readonly asked: () => number;
  readonly published: () => readonly RenderedMessage[];
};

/** `describe.each(EITHER_TOPICS)('...', (_where, openTopics) => ...)`. */
export const EITHER_TOPICS: readonly (readonly [where: string, openTopics: () => TopicsBench])[] = [
  ['in memory', topicsInMemory],
  ['on SNS', topicsOnFauxqs],
];

function topicsInMemory(): TopicsBench {
  let topics: MemoryTopics = memoryTopics();
  beforeEach(() => {
    topics = memoryTopics();
  });
  return {
    topics: () => topics,
    down: () => memoryTopics(() => 'throw-before'),
    follow: async (_owner, arn = '') => topics.follow(arn),
    addressesOn: async (owner) => topics.addressesOn(owner),
    asked: () => topics.asked.length,
    published: () => topics.published.map(({ to: _to, reached: _reached, ...message }) => message),
  };
}

/** Topics on an SNS of the file's own, which hides what SNS hides; what is sent is written down, anew in each test. */
export function topicsOnFauxqs(): TopicsBench & { readonly sns: () => SNSClient; readonly sent: () => Sent } {
  const { sns } = snsOnFauxqs();
  let [topics, sent]: [Topics?, Sent?] = [];
  const on = (client: SNSClient) => snsTopics({ client, topicPrefix: 'lapsewatch-', topicArnPrefix: ARN_PREFIX });
  beforeEach(() => {
    const client = asSnsDoes(sns(), sns());
    topics = on(client);
    sent = recorded(client);
  });
  const sentNow = () => opened(sent);
  return {
    sns,
    sent: sentNow,
    topics: () => opened(topics),
    down: () => {
      const client = sns();
      client.middlewareStack.add(() => async () => Promise.reject(new Error('SNS is down.')), { step: 'initialize' });
      return on(client);
    },
    follow: async (owner, arn = '') => {
      await sns().send(new ConfirmSubscriptionCommand({ TopicArn: topicArnOf(owner), Token: arn }));
    },
    addressesOn: (owner) => addressesOn(sns(), topicArnOf(owner)),
    asked: () => sentNow().of(SubscribeCommand).length,
    published: () => sentNow().of(PublishCommand).map(messageOf),
  };
}

function opened<Opened>(one: Opened | undefined): Opened {
  if (one === undefined) throw new Error('Topics are there while a test runs, and not before.');
  return one;
}

/** Where a recipient's topic is: its name is a digest. */
export function topicArnOf({ tenantId, recipientId, channel }: TopicOwner): string {
  return `${ARN_PREFIX}${sha256(`${tenantId}#${recipientId}#${channel}`).slice(0, 40)}`;
}

async function addressesOn(client: SNSClient, TopicArn: string): Promise<readonly string[]> {
  const { Subscriptions = [] } = await client.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
  return Subscriptions.map(({ Endpoint = '' }) => Endpoint);
}

/** What a call of SNS said, in the words of the port. */
function messageOf(input: unknown): RenderedMessage {
  const { Subject, Message = '' } = new PublishCommand(Object(input)).input;
  return { body: Message, ...(Subject !== undefined && { subject: Subject }) };
}
