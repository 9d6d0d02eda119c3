import { byId } from '../ids.ts';
import { CHANNELS } from '../recipients/recipient.ts';
import type { Finding } from './finding.ts';
import type { Overview } from './overview.ts';

/**
 * A5. A recipient one of whose addresses gets no message: nobody has confirmed it yet, or it was unsubscribed or deleted since.
 * The others are told; the recipient cannot be, or need not.
 */
export function recipientUnreachable({ picture }: Overview): readonly Finding[] {
  return picture.recipients
    .toSorted((left, right) => byId(left.recipientId, right.recipientId))
    .flatMap(({ recipientId, channels }): readonly Finding[] => {
      const unreached = CHANNELS.flatMap((channel) => {
        const delivery = channels[channel]?.delivery;
        return delivery === undefined || delivery === 'confirmed' ? [] : [{ channel, delivery }];
      });
      return unreached.length === 0 ? [] : [{ kind: 'recipient-unreachable', severity: 'warning', subject: { recipientId }, unreached }];
    });
}
