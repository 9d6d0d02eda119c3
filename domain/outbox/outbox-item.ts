import type { Instant } from '../days/instant.ts';
import type { OutboxId, RecipientId, TenantId } from '../ids.ts';
import type { ToolingEvent } from '../messages/events.ts';
import type { Message } from '../messages/message.ts';
import type { Channel } from '../recipients/recipient.ts';

/**
 * A4. What still has to reach somebody, written in the transaction that made it necessary: template and parameters,
 * never text or secret.
 */
export type OutboxWork =
  /** One message to one recipient over one channel. */
  | { readonly work: 'message'; readonly recipientId: RecipientId; readonly channel: Channel; readonly message: Message }
  /** A2. The recipient's topic of that channel is brought to what the recipient's item says: made, subscribed, or deleted. */
  | { readonly work: 'reconcile-topic'; readonly recipientId: RecipientId; readonly channel: Channel; readonly resend: boolean }
  /** A5. A pasted confirmation token is used in a signed call. */
  | { readonly work: 'confirm-topic'; readonly recipientId: RecipientId; readonly channel: Channel; readonly token: string }
  /** A2. Goes to the static topic and the event bus. */
  | { readonly work: 'event'; readonly event: ToolingEvent };

/** A4. Nobody has it, somebody is sending it under a fence until a moment, it is sent, or it can never be sent. */
export type OutboxState =
  | { readonly state: 'pending' }
  | { readonly state: 'sending'; readonly owner: string; readonly fence: number; readonly until: Instant }
  | { readonly state: 'sent'; readonly at: Instant }
  /** The recipient or tenant was removed before it was sent. */
  | { readonly state: 'dropped'; readonly at: Instant };

export type OutboxItem = {
  readonly outboxId: OutboxId;
  readonly tenantId: TenantId;
  readonly createdAt: Instant;
  readonly work: OutboxWork;
};
