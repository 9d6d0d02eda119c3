import type { Alert, Told, ToldMatters } from '#domain/alerts/alert.ts';
import type { Snoozes } from '#domain/alerts/snooze.ts';
import type { ChainLink } from '#domain/audit/chain-link.ts';
import type { AuditEntry } from '#domain/audit/entry.ts';
import type { SoonestLoss } from '#domain/coverage/soonest-loss.ts';
import type { Day } from '#domain/days/day.ts';
import type { Instant } from '#domain/days/instant.ts';
import type { ImportId, LinkId, PartnerId, PersonId, ReassignmentId, RecipientId, SubscriptionId } from '#domain/ids.ts';
import type { Import, ImportRow, Rejection } from '#domain/imports/import.ts';
import type { LatestUsage, MonthUsage } from '#domain/liability/usage.ts';
import type { CodeWindow } from '#domain/links/code.ts';
import type { Link } from '#domain/links/link.ts';
import type { OutboxItem } from '#domain/outbox/outbox-item.ts';
import type { Partner } from '#domain/partners/partner.ts';
import type { Person } from '#domain/people/person.ts';
import type { Chunk, ChunkResult, NotMoving, Reassignment } from '#domain/reassignments/reassignment.ts';
import type { Channel, Delivery, Recipient } from '#domain/recipients/recipient.ts';
import type { Subscription } from '#domain/subscriptions/subscription.ts';
import type { Tenant } from '#domain/tenants/tenant.ts';
import type { FreeSeats, RecordedAnswer, StoredChannel, StoredRecipient, TenantCounts } from './stored.ts';

/**
 * One change inside a transaction. All changes of a `commit` happen, or none does. Each names what must be true for it;
 * no two of one commit may concern the same item.
 */
export type Change =
  // --- the tenant's own item: at most one of these in a commit
  | { readonly change: 'create-tenant'; readonly tenant: Tenant; readonly nextCheckAt: Instant }
  /** Refused when a check has moved `nextCheckAt` on from what it was read as: no day has two mornings (C2). */
  | {
      readonly change: 'replace-tenant';
      readonly tenant: Tenant;
      readonly revision: number;
      readonly from?: Instant;
      readonly nextCheckAt: Instant;
    }
  /** Out of sight at once: reads answer as if it were not there; stays `open` for the sweep until purged. */
  | { readonly change: 'hide-tenant'; readonly revision: number; readonly at: Instant }
  /** Holds that the tenant exists and is not hidden. */
  | { readonly change: 'require-tenant' }
  /** As `require-tenant`, and that nobody else changed the list of subscriptions since it was read. */
  | { readonly change: 'change-subscriptions'; readonly subscriptionsRevision: number }
  /**
   * C3. The end of a check: `nextCheckAt` moves under its old value; the `tenants` index and counts follow. With a revision,
   * also only if the tenant is the one that was checked: its alert hour may be another by now.
   */
  | {
      readonly change: 'finish-check';
      readonly checkedAt: Instant;
      readonly from: Instant;
      readonly revision?: number;
      readonly nextCheckAt: Instant;
      readonly soonestLoss: SoonestLoss;
      readonly counts: TenantCounts;
    }
  | { readonly change: 'tell-tooling'; readonly told: ToldMatters; readonly toldRevision: number }
  // --- subscriptions
  /** Creates (`revision: 'absent'`) or replaces; `seats` is added to the free seats per kind. Keeps what imports and runs own. */
  | {
      readonly change: 'put-subscription';
      readonly subscription: Subscription;
      readonly revision: number | 'absent';
      readonly seats: FreeSeats;
      readonly datesConfirmedOn?: Day;
    }
  /** Refused when a seat was taken or given back since `free` was read. */
  | { readonly change: 'delete-subscription'; readonly subscriptionId: SubscriptionId; readonly revision: number; readonly free: FreeSeats }
  /** R4. Adds to the free seats per kind (negative: takes); `atLeast` holds how many of a kind must be free before. Refused when the subscription does not exist. */
  | { readonly change: 'take-seats'; readonly subscriptionId: SubscriptionId; readonly seats: FreeSeats; readonly atLeast?: FreeSeats }
  /** R4. Puts a wrong count right, unless it has moved since it was read. */
  | { readonly change: 'repair-seats'; readonly subscriptionId: SubscriptionId; readonly from: FreeSeats; readonly to: FreeSeats }
  /** Import: an unknown subscription id becomes a subscription without dates; an existing one gets or loses the `(Suspended)` mark. */
  | {
      readonly change: 'see-subscription';
      readonly subscriptionId: SubscriptionId;
      readonly revision: number | 'absent';
      readonly suspendedSeenOn?: Day;
    }
  /** L6. Refused while another unfinished reassignment leaves the subscription, and when one has left it since it was read. */
  | {
      readonly change: 'lock-source';
      readonly subscriptionId: SubscriptionId;
      readonly reassignmentId: ReassignmentId;
      /** As it was read; absent: when nobody had left it. */
      readonly leftBy?: ReassignmentId;
    }
  /** Gives the lock back and remembers the reassignment as `leftBy`. */
  | { readonly change: 'unlock-source'; readonly subscriptionId: SubscriptionId; readonly reassignmentId: ReassignmentId }
  // --- people
  | { readonly change: 'put-person'; readonly person: Person; readonly revision: number | 'absent' }
  | { readonly change: 'delete-person'; readonly personId: PersonId; readonly revision: number }
  /** One person's assignments and `moving`, under the revision; nothing else of the person is written. */
  | {
      readonly change: 'reassign-person';
      readonly personId: PersonId;
      readonly revision: number;
      readonly assignments: Person['assignments'];
      readonly moving: Person['moving'] | undefined;
    }
  // --- recipients
  | {
      readonly change: 'put-recipient';
      readonly recipient: Recipient;
      readonly revision: number | 'absent';
      readonly channels: StoredRecipient['channels'];
      /** A5. As they were read: refused when SNS has said something else since, so that its word is never overwritten. */
      readonly channelsBefore?: StoredRecipient['channels'];
    }
  | { readonly change: 'delete-recipient'; readonly recipientId: RecipientId; readonly revision: number }
  /** A5. Refused when the channel's address is another one by now, or its delivery no longer `from`. */
  | {
      readonly change: 'record-delivery';
      readonly recipientId: RecipientId;
      readonly channel: Channel;
      readonly state: StoredChannel;
      readonly from?: Delivery;
    }
  /** C3. What was told over the channels named, under what was read. */
  | {
      readonly change: 'tell-recipient';
      readonly recipientId: RecipientId;
      readonly toldRevision: number;
      readonly told: Readonly<Partial<Record<Channel, ToldMatters>>>;
      readonly lastSmsOn?: Day;
      readonly lastHeartbeatOn?: Day;
    }
  /** L6. A new link for a matter that was told and is still open; only that entry is written. Refused when nothing of that kind was told. */
  | {
      readonly change: 'replace-told';
      readonly recipientId: RecipientId;
      readonly channel: Channel;
      readonly matter: string;
      readonly told: Told;
    }
  /** A6. What a recipient has put off, under what was read of what was told. */
  | { readonly change: 'snooze'; readonly recipientId: RecipientId; readonly toldRevision: number; readonly snoozed: Snoozes }
  // --- usage
  /** D17. Enters (`revision: 'absent'`) or replaces what was used in a month. */
  | { readonly change: 'put-usage'; readonly usage: MonthUsage; readonly revision: number | 'absent' }
  /** D19. Refused where a later month is known: the latest one never goes back. */
  | { readonly change: 'keep-latest-usage'; readonly usage: LatestUsage }
  // --- partners
  | { readonly change: 'put-partner'; readonly partner: Partner; readonly revision: number | 'absent' }
  | { readonly change: 'delete-partner'; readonly partnerId: PartnerId; readonly revision: number }
  /** D23. Holds that the partner exists: nobody's rights hang on a slip. */
  | { readonly change: 'require-partner'; readonly partnerId: PartnerId }
  // --- what is told, and the links in it
  /** C5. Refused when an alert of that identity exists. */
  | { readonly change: 'put-alert'; readonly alert: Alert }
  | { readonly change: 'open-link'; readonly link: Link }
  /** L6. Refused when the link was used or has expired. */
  | { readonly change: 'use-link'; readonly linkId: LinkId; readonly reassignmentId: ReassignmentId; readonly at: Instant }
  /** L2. Refused when a fresh link was asked for after `notSince`. */
  | { readonly change: 'ask-fresh-link'; readonly linkId: LinkId; readonly at: Instant; readonly notSince: Instant }
  /** L9. Refused while the ten minutes of other codes are not over, and when the link was used. */
  | { readonly change: 'open-code-window'; readonly linkId: LinkId; readonly window: CodeWindow }
  /** L9. Takes one of the codes left. Refused when no window is open, its tries or codes are used up, or a code was asked for after `notSince`. */
  | { readonly change: 'ask-another-code'; readonly linkId: LinkId; readonly at: Instant; readonly notSince: Instant }
  /** D23. Refused when the link was passed on after `notSince`. */
  | { readonly change: 'pass-link-on'; readonly linkId: LinkId; readonly at: Instant; readonly notSince: Instant }
  | { readonly change: 'enqueue'; readonly item: OutboxItem }
  // --- jobs
  | { readonly change: 'start-reassignment'; readonly reassignment: Reassignment }
  /** Replaces the header under the revision it was read with. */
  | { readonly change: 'advance-reassignment'; readonly reassignment: Reassignment; readonly revision: number }
  /** Holds that nobody has written the header since it was read. */
  | { readonly change: 'require-reassignment'; readonly reassignmentId: ReassignmentId; readonly revision: number }
  | { readonly change: 'put-chunk'; readonly reassignmentId: ReassignmentId; readonly chunk: Chunk }
  | {
      readonly change: 'put-not-moving';
      readonly reassignmentId: ReassignmentId;
      readonly page: number;
      readonly people: readonly NotMoving[];
    }
  /** R5. Nothing from this chunk on is carried out. Refused when the chunk is finished, or cancelled already. */
  | { readonly change: 'cancel-chunk'; readonly reassignmentId: ReassignmentId; readonly number: number }
  /** Refused when the chunk has results other than `from` (absent: when it has any, or was cancelled). */
  | {
      readonly change: 'finish-chunk';
      readonly reassignmentId: ReassignmentId;
      readonly number: number;
      readonly results: readonly ChunkResult[];
      readonly from?: readonly ChunkResult[];
    }
  | { readonly change: 'start-import'; readonly import: Import }
  | { readonly change: 'advance-import'; readonly import: Import; readonly chunksDone: number }
  | { readonly change: 'put-import-chunk'; readonly importId: ImportId; readonly number: number; readonly rows: readonly ImportRow[] }
  | {
      readonly change: 'finish-import-chunk';
      readonly importId: ImportId;
      readonly number: number;
      readonly imported: number;
      readonly unchanged: number;
      readonly rejected: readonly Rejection[];
    }
  // --- books
  | { readonly change: 'remember-answer'; readonly answer: RecordedAnswer }
  | { readonly change: 'append-audit'; readonly entry: AuditEntry }
  /** U2. Refused when there is a link of that number. */
  | { readonly change: 'append-chain-link'; readonly link: ChainLink };
