import { audited } from './audited.ts';
import type { Ports, TopicOwner } from './ports.ts';
import type { StoredChannel } from './stored.ts';

const ACTOR = { who: 'lapsewatch', door: 'deliver' } as const;

type Recording = { readonly owner: TopicOwner; readonly recorded: StoredChannel; readonly state: StoredChannel };

/** A5. Writes down what SNS says of a channel, with an audit entry where it changes something. False when its address is another one by now. */
export async function recordDelivery(
  ports: Pick<Ports, 'clock' | 'randomness' | 'stores'>,
  { owner, recorded, state }: Recording,
): Promise<boolean> {
  const { tenantId, recipientId, channel } = owner;
  const outcome = await ports.stores.storesFor(tenantId).commit([
    { change: 'record-delivery', recipientId, channel, state },
    ...(recorded.delivery === state.delivery
      ? []
      : [
          audited(ports, ACTOR, {
            action: 'delivery-changed',
            subject: recipientId,
            before: { channel, delivery: recorded.delivery },
            after: { channel, delivery: state.delivery },
          }),
        ]),
  ]);
  return outcome.ok;
}
