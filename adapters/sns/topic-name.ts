import { sha256 } from '#adapters/runtime/digest.ts';
import type { TopicOwner } from '#use-cases/ports.ts';

/** Half a SHA-256 and more: names are guessed by nobody and never meet. */
const NAME_DIGITS = 40;

/** A2. What a recipient's topic of a channel is called after the installation's prefix: it tells nothing about whose it is. */
export function topicName({ tenantId, recipientId, channel }: TopicOwner): string {
  return sha256(`${tenantId}#${recipientId}#${channel}`).slice(0, NAME_DIGITS);
}
