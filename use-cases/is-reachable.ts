import { addressOf, type Channel } from '#domain/recipients/recipient.ts';
import type { StoredRecipient } from './stored.ts';

/** C5, A5. Only an address that confirmed, and only while it is still the recipient's. */
export function isReachable(recipient: StoredRecipient, channel: Channel): boolean {
  const state = recipient.channels[channel];
  return state?.delivery === 'confirmed' && state.address === addressOf(recipient, channel);
}
