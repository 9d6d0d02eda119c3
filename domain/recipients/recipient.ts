import type { PartnerId, RecipientId } from '../ids.ts';
import type { Language } from '../tenants/tenant.ts';

/** A way to reach a recipient: each has an SNS topic of its own (A2). */
export type Channel = 'email' | 'sms';

/** A5. Whether SNS would deliver: nothing confirmed yet, confirmed, or unsubscribed or deleted since. */
export type Delivery = 'pending' | 'confirmed' | 'gone';

/** Somebody who is told. */
export type Recipient = {
  readonly recipientId: RecipientId;
  readonly name: string;
  readonly language: Language;
  readonly email?: string;
  /** E.164: `+49…`. */
  readonly phone?: string;
  /** Whether the links in this recipient's messages may carry a plan out; read when they do (L5). */
  readonly mayAct: boolean;
  readonly partnerId?: PartnerId;
  /** Hears of these departments' subscriptions only; of everything when absent. */
  readonly departments?: readonly string[];
  readonly escalation: boolean;
};

/** A5. A recipient as the rules see one: by which ways messages arrive. */
export type WatchedRecipient = Pick<Recipient, 'recipientId' | 'name'> & {
  readonly channels: Readonly<Partial<Record<Channel, { readonly delivery: Delivery }>>>;
};

/** Where a channel of a recipient leads: the e-mail address or the phone number. */
export function addressOf(recipient: Recipient, channel: Channel): string | undefined {
  return channel === 'email' ? recipient.email : recipient.phone;
}

/** L9. The way to a recipient that a message did not take. */
export function otherChannel(channel: Channel): Channel {
  return channel === 'email' ? 'sms' : 'email';
}

/** Every channel there is. */
export const CHANNELS: readonly Channel[] = ['email', 'sms'];
