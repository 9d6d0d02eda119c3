import { byId } from '../ids.ts';
import { CHANNELS } from '../recipients/recipient.ts';
import type { Finding } from './finding.ts';
import type { Overview } from './overview.ts';

/**
 * A5. A recipient's address that gets no message: nobody has confirmed it yet, or it was unsubscribed or deleted since. Each way
 * is a matter of its own. The others are told; the recipient cannot be, or need not.
 */
export function recipientUnreachable({ picture }: Overview): readonly Finding[] {
  return picture.recipients
    .toSorted((left, right) => byId(left.recipientId, right.recipientId))
    .flatMap(({ recipientId, channels }) =>
      CHANNELS.flatMap((channel): readonly Finding[] => {
        const delivery = channels[channel]?.delivery;
        if (delivery === undefined || delivery === 'confirmed') return [];
        return [{ kind: 'recipient-unreachable', severity: 'warning', subject: { recipientId, channel }, delivery }];
      }),
    );
}
