import type { Day } from '../days/day.ts';
import type { Instant } from '../days/instant.ts';
import type { LinkId, ReassignmentId, RecipientId, SubscriptionId, TenantId } from '../ids.ts';
import type { Channel } from '../recipients/recipient.ts';
import type { CodeWindow } from './code.ts';

/**
 * L1, L5. The personal link in an alert. The item holds hashes of the secrets that were sent, never a secret; it is
 * bound to one tenant, recipient, channel, subscription and end.
 */
export type Link = {
  readonly linkId: LinkId;
  readonly tenantId: TenantId;
  readonly recipientId: RecipientId;
  readonly channel: Channel;
  readonly subscriptionId: SubscriptionId;
  /** The subscription's end when the link was made; absent for a matter without one. */
  readonly endsOn?: Day;
  /** SHA-256 in hexadecimal of each secret sent, newest last, at most five. */
  readonly secretHashes: readonly string[];
  readonly createdAt: Instant;
  /** The first moment at which an unused link is dead (L5). */
  readonly expiresAt: Instant;
  /** When a fresh link was last asked for through this one: at most one an hour. */
  readonly freshAskedAt?: Instant;
  /** L9. Where the tenant asks for a code: the last ten minutes in which codes were sent. */
  readonly code?: CodeWindow;
  /** D23. When it was last passed on to the customer's admins: at most once an hour. */
  readonly passedOnAt?: Instant;
  /** Set by the execute that came first (L6). */
  readonly used?: { readonly reassignmentId: ReassignmentId; readonly at: Instant };
};
