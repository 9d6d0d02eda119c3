import type { ToolingEvent } from '#domain/messages/events.ts';
import type { RenderedMessage } from '#domain/messages/message.ts';
import { ok, refused } from '#domain/result.ts';
import type { DeliverPorts } from '#use-cases/deliver-outbox-item.ts';
import type { TopicOwner, Topics } from '#use-cases/ports.ts';
import { portsOn } from './ports.ts';
import type { Bench } from './stores.ts';

/** What left towards people and tooling, and what it did to topics, in order. */
type Outgoing = {
  readonly messages: (RenderedMessage & { readonly to: TopicOwner })[];
  readonly events: ToolingEvent[];
  /** `subscribe anna email a@b resend`, `remove anna sms`, `confirm anna email`. */
  readonly topics: string[];
};

export const LINK_BASE_URL = 'https://lapsewatch.example';

/**
 * Ports for delivering: the bench's stores, and topics and a sink that write down what they are asked. `topics` replaces
 * single answers; by default every subscription is pending and every token but `bad` is taken.
 */
export function deliverPortsOn(bench: Bench, replaced: Partial<Topics> = {}) {
  const { ports, setNow } = portsOn(bench);
  const outgoing: Outgoing = { messages: [], events: [], topics: [] };
  const note = (words: readonly (string | false)[]) => void outgoing.topics.push(words.filter(Boolean).join(' '));
  const topics: Topics = {
    subscribe: async ({ recipientId, channel }, address, { resend }) => {
      note(['subscribe', recipientId, channel, address, resend && 'resend']);
      return { address, delivery: 'pending', subscriptionArn: `arn:${address}` };
    },
    remove: async ({ recipientId, channel }) => note(['remove', recipientId, channel]),
    deliveryOf: async (_owner, { subscriptionArn }) => (subscriptionArn === 'arn:confirmed' ? 'confirmed' : 'pending'),
    confirm: async ({ recipientId, channel }, token) => {
      note(['confirm', recipientId, channel]);
      return token === 'bad' ? refused('invalid-token') : ok({ subscriptionArn: 'arn:confirmed' });
    },
    publish: async (to, message) => void outgoing.messages.push({ to, ...message }),
    ...replaced,
  };
  const events = { publish: async (event: ToolingEvent) => void outgoing.events.push(event) };
  const deliverPorts: DeliverPorts = { ...ports, topics, events, linkBaseUrl: LINK_BASE_URL };
  return { ports: deliverPorts, outgoing, setNow };
}
