import type { OutboxWork } from '#domain/outbox/outbox-item.ts';
import { ok } from '#domain/result.ts';
import type { DeliverPorts, Done } from './deliver-outbox-item.ts';
import type { TopicOwner } from './ports.ts';
import { recordDelivery } from './record-delivery.ts';
import type { StoredChannel } from './stored.ts';
import { type Attempt, untilDecided } from './until-decided.ts';

type TopicPorts = Pick<DeliverPorts, 'clock' | 'randomness' | 'stores' | 'topics'>;
type Work = Extract<OutboxWork, { work: 'reconcile-topic' }> & Pick<TopicOwner, 'tenantId'>;

/**
 * A2. Brings a recipient's topic of one channel to what the recipient's item says now, whatever it said when the work was
 * ordered: subscribed to exactly that address, or deleted. Whoever changes the item meanwhile is followed.
 */
export async function reconcileTopic(ports: TopicPorts, { tenantId, recipientId, channel, resend }: Work): Promise<Done> {
  await untilDecided(() => follow(ports, { tenantId, recipientId, channel }, resend));
  return 'sent';
}

async function follow(ports: TopicPorts, owner: TopicOwner, resend: boolean): Promise<Attempt<undefined, never>> {
  const recorded = await wantedChannel(ports, owner);
  if (recorded === undefined) await ports.topics.remove(owner);
  else if (!(await subscribe(ports, { owner, recorded, resend }))) return 'lost-race';
  const wanted = await wantedChannel(ports, owner);
  return wanted?.address === recorded?.address ? ok(undefined) : 'lost-race';
}

type Subscribing = { readonly owner: TopicOwner; readonly recorded: StoredChannel; readonly resend: boolean };

/** Without a known ARN nobody could ask for its state, so it is asked for again. False when the address has changed. */
async function subscribe(ports: TopicPorts, { owner, recorded, resend }: Subscribing): Promise<boolean> {
  const { address, subscriptionArn: known } = recorded;
  const subscribed = await ports.topics.subscribe(owner, address, { resend: resend || known === undefined });
  const subscriptionArn = subscribed.subscriptionArn ?? known;
  const state = { ...subscribed, ...(subscriptionArn !== undefined && { subscriptionArn }) };
  if (state.delivery === recorded.delivery && subscriptionArn === known) return true;
  return recordDelivery(ports, { owner, recorded, state });
}

/** The channel as the recipient's item has it; undefined when the tenant, the recipient or the channel is gone. */
async function wantedChannel({ stores }: TopicPorts, { tenantId, recipientId, channel }: TopicOwner): Promise<StoredChannel | undefined> {
  const own = stores.storesFor(tenantId);
  const [tenant, recipient] = await Promise.all([own.readTenant(), own.readRecipient(recipientId)]);
  return tenant === undefined ? undefined : recipient?.channels[channel];
}
