import type { Alert, AlertIdentity, Told, ToldMatters } from '#domain/alerts/alert.ts';
import type { AuditEntry } from '#domain/audit/entry.ts';
import type { Day } from '#domain/days/day.ts';
import type { Instant } from '#domain/days/instant.ts';
import type { ImportId, LinkId, OutboxId, PersonId, ReassignmentId, RecipientId, SubscriptionId, TenantId } from '#domain/ids.ts';
import type { Import, ImportRow, Rejection } from '#domain/imports/import.ts';
import type { Link } from '#domain/links/link.ts';
import type { ToolingEvent } from '#domain/messages/events.ts';
import type { RenderedMessage } from '#domain/messages/message.ts';
import type { OutboxItem, OutboxState } from '#domain/outbox/outbox-item.ts';
import type { Person } from '#domain/people/person.ts';
import type { Digest } from '#domain/plans/plan.ts';
import type { Chunk, ChunkResult, NotMoving, Reassignment } from '#domain/reassignments/reassignment.ts';
import type { Channel, Delivery, Recipient } from '#domain/recipients/recipient.ts';
import type { Result } from '#domain/result.ts';
import type { Subscription } from '#domain/subscriptions/subscription.ts';
import type { Tenant } from '#domain/tenants/tenant.ts';

/** The time: nothing else in the product reads a clock. */
export type Clock = { readonly now: () => Instant };

/** Chance: nothing else in the product draws a random value. */
export type Randomness = {
  /** A ULID for that moment: ids made later sort later. */
  readonly ulid: (at: Instant) => string;
  /** Random bytes as unpadded base64url: 16 for a link's id, 32 for its secret. */
  readonly token: (bytes: 16 | 32) => string;
};

/** Structured log lines. Fields name things by id and count; never a name, an address or a secret. */
export type Log = {
  readonly info: (message: string, fields?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (message: string, fields?: Readonly<Record<string, unknown>>) => void;
};

/** What was read, with the number that a later write holds it against. It grows by one with each replacement. */
export type Stored<Noun> = Noun & { readonly revision: number };

export type StoredTenant = Stored<Tenant> & {
  readonly nextCheckAt: Instant;
  /** Grows with every change of the tenant's list of subscriptions or their terms: D20 is held under it. */
  readonly subscriptionsRevision: number;
  /** When the last check began; a queued check asked for before that has nothing left to do. */
  readonly checkedAt?: Instant;
  /** What the last check counted. */
  readonly counts?: TenantCounts;
  /** A2. What tooling was told. */
  readonly told: ToldMatters;
  readonly toldRevision: number;
};

/** Seats of each kind: commitment minus holders, those who are moving there included; may be negative (D24). */
export type FreeSeats = Readonly<Record<string, number>>;

export type StoredSubscription = Stored<Subscription> & {
  readonly free: FreeSeats;
  /** D5. The day somebody last entered or confirmed the dates. */
  readonly datesConfirmedOn?: Day;
  /** L6. The unfinished reassignment that leaves this subscription. */
  readonly leavingBy?: ReassignmentId;
  /** L6. The last reassignment that left it and is finished, so that a late visitor reads who did it. */
  readonly leftBy?: ReassignmentId;
};

export type StoredChannel = { readonly address: string; readonly delivery: Delivery; readonly subscriptionArn?: string };

export type StoredRecipient = Stored<Recipient> & {
  readonly channels: Readonly<Partial<Record<Channel, StoredChannel>>>;
  /** C5. What was told over each channel. */
  readonly told: Readonly<Partial<Record<Channel, ToldMatters>>>;
  readonly toldRevision: number;
  /** A1. The tenant's day of the last SMS. */
  readonly lastSmsOn?: Day;
  /** C8. The tenant's day of the last Monday line. */
  readonly lastHeartbeatOn?: Day;
};

/** Everything one check or plan reads: one Query of the tenant's partition, strongly consistent. */
export type Snapshot = {
  readonly tenant: StoredTenant;
  readonly subscriptions: readonly StoredSubscription[];
  readonly people: readonly Stored<Person>[];
  readonly recipients: readonly StoredRecipient[];
};

/** R8. A request that named itself, and what it was answered. */
export type RecordedAnswer = {
  readonly key: string;
  readonly requestHash: string;
  readonly status: number;
  readonly body: unknown;
  readonly expiresAt: Instant;
};

/** Where a list goes on: opaque to everybody but the store that gave it. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next?: string };
export type PageRequest = { readonly limit: number; readonly cursor?: string };

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
      readonly soonestLossOn: Day;
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
  /** L6. Refused while another unfinished reassignment leaves the subscription. */
  | { readonly change: 'lock-source'; readonly subscriptionId: SubscriptionId; readonly reassignmentId: ReassignmentId }
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
  // --- what is told, and the links in it
  /** C5. Refused when an alert of that identity exists. */
  | { readonly change: 'put-alert'; readonly alert: Alert }
  | { readonly change: 'open-link'; readonly link: Link }
  /** L6. Refused when the link was used or has expired. */
  | { readonly change: 'use-link'; readonly linkId: LinkId; readonly reassignmentId: ReassignmentId; readonly at: Instant }
  /** L2. Refused when a fresh link was asked for after `notSince`. */
  | { readonly change: 'ask-fresh-link'; readonly linkId: LinkId; readonly at: Instant; readonly notSince: Instant }
  | { readonly change: 'enqueue'; readonly item: OutboxItem }
  // --- jobs
  | { readonly change: 'start-reassignment'; readonly reassignment: Reassignment }
  /** Replaces the header under the number of chunks it was read with. */
  | {
      readonly change: 'advance-reassignment';
      readonly reassignment: Reassignment;
      readonly status: Reassignment['status'];
      readonly chunksDone: number;
    }
  | { readonly change: 'put-chunk'; readonly reassignmentId: ReassignmentId; readonly chunk: Chunk }
  | {
      readonly change: 'put-not-moving';
      readonly reassignmentId: ReassignmentId;
      readonly page: number;
      readonly people: readonly NotMoving[];
    }
  /** Refused when the chunk has results other than `from` (absent: when it has any). */
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
  | { readonly change: 'append-audit'; readonly entry: AuditEntry };

/** D10. Everybody counts once: total = covered + stranded + waiting + unassigned. */
export type TenantCounts = {
  readonly subscriptions: number;
  readonly people: number;
  readonly covered: number;
  readonly stranded: number;
  readonly atRisk: number;
};

/** The places, in the commit's list, of the changes whose condition did not hold. Nothing was written. */
export type CommitRefusal = { readonly failed: readonly number[] };

/** What is kept of one tenant. Opened per tenant, so that no use case can forget which. */
export type TenantStores = {
  /** Undefined for an unknown tenant and for one that was deleted. */
  readonly readTenant: () => Promise<StoredTenant | undefined>;
  /** @throws when any page cannot be read: a half-read tenant is never a picture of it (C3). */
  readonly readSnapshot: () => Promise<Snapshot | undefined>;
  readonly readSubscription: (id: SubscriptionId) => Promise<StoredSubscription | undefined>;
  readonly readSubscriptions: () => Promise<readonly StoredSubscription[]>;
  readonly readPerson: (id: PersonId) => Promise<Stored<Person> | undefined>;
  /** Those of the ids that exist, in no particular order; any number of ids. */
  readonly readPeople: (ids: readonly PersonId[]) => Promise<readonly Stored<Person>[]>;
  readonly readRecipient: (id: RecipientId) => Promise<StoredRecipient | undefined>;
  readonly readRecipients: () => Promise<readonly StoredRecipient[]>;
  /** Newest first, each with the delivery state of the message that carries it. */
  readonly listAlerts: (page: PageRequest) => Promise<Page<Alert>>;
  /** Which of the identities already have an alert, as positions in the list. */
  readonly alertsAlreadyTold: (identities: readonly AlertIdentity[]) => Promise<ReadonlySet<number>>;
  readonly readReassignment: (id: ReassignmentId) => Promise<Reassignment | undefined>;
  /** Newest first. */
  readonly listReassignments: (page: PageRequest) => Promise<Page<Reassignment>>;
  /** Chunks from a number on, in order, at most one read's worth; `next` is the number to go on from. */
  readonly readChunks: (id: ReassignmentId, from: number) => Promise<{ readonly chunks: readonly Chunk[]; readonly next?: number }>;
  readonly readNotMoving: (id: ReassignmentId) => Promise<readonly NotMoving[]>;
  readonly readImport: (id: ImportId) => Promise<Import | undefined>;
  readonly readImportChunk: (id: ImportId, number: number) => Promise<ImportChunk | undefined>;
  /** Newest first. */
  readonly listAudit: (page: PageRequest) => Promise<Page<AuditEntry>>;
  /** R8. Undefined when unknown or past its 24 hours. */
  readonly readAnswer: (key: string) => Promise<RecordedAnswer | undefined>;
  /**
   * All changes or none, at most 100. `token` (36 characters at most) names the attempt, so that a repeated call within
   * ten minutes is the same one; drawn when absent. Conflicts with other transactions are retried here.
   * @throws when the outcome stays unknown or the table does not answer.
   */
  readonly commit: (changes: readonly Change[], token?: string) => Promise<Result<undefined, CommitRefusal>>;
  /** Deletes up to a page of a hidden tenant's items, everything but the audit; the tenant's own item last. True when nothing is left. */
  readonly purge: () => Promise<boolean>;
};

export type ImportChunk = {
  readonly number: number;
  readonly rows: readonly ImportRow[];
  readonly finished?: { readonly imported: number; readonly unchanged: number; readonly rejected: readonly Rejection[] };
};

/** What is unfinished and has waited longer than its queue should take (A4). */
export type Unfinished =
  | { readonly unfinished: 'outbox'; readonly outboxId: OutboxId }
  | { readonly unfinished: 'reassignment'; readonly tenantId: TenantId; readonly reassignmentId: ReassignmentId }
  | { readonly unfinished: 'import'; readonly tenantId: TenantId; readonly importId: ImportId }
  | { readonly unfinished: 'purge'; readonly tenantId: TenantId };

export type ListedTenant = { readonly tenantId: TenantId; readonly soonestLossOn: Day; readonly counts?: TenantCounts };

/** What is kept across tenants, and the door to each tenant's own. */
export type Stores = {
  readonly storesFor: (tenantId: TenantId) => TenantStores;
  /** C1. Tenants whose `nextCheckAt` has come, from the sparse index alone. */
  readonly dueTenants: (now: Instant) => Promise<readonly TenantId[]>;
  readonly listTenants: (page: PageRequest) => Promise<Page<ListedTenant>>;
  /** A4. From the sparse index alone: what was due for another try at `now`. */
  readonly unfinished: (now: Instant) => Promise<readonly Unfinished[]>;
  readonly readLink: (id: LinkId) => Promise<Link | undefined>;
  /** L1. Keeps the hash beside the last four; refused when the link is gone, or expired without having been used. */
  readonly addLinkSecret: (change: {
    readonly linkId: LinkId;
    readonly secretHash: string;
    readonly now: Instant;
  }) => Promise<Result<undefined, 'link-closed'>>;
  readonly readOutbox: (id: OutboxId) => Promise<(OutboxItem & { readonly state: OutboxState }) | undefined>;
  /** A4. Takes the item under a new fence until that moment, unless it is sent or somebody else has it. */
  readonly claimOutbox: (claim: {
    readonly outboxId: OutboxId;
    readonly owner: string;
    readonly now: Instant;
    readonly until: Instant;
  }) => Promise<{ readonly item: OutboxItem; readonly fence: number } | undefined>;
  /** A4. Marks what the claim's holder did; refused when the fence is another by now. */
  readonly finishOutbox: (finish: {
    readonly outboxId: OutboxId;
    readonly owner: string;
    readonly fence: number;
    readonly state: 'sent' | 'dropped';
    readonly at: Instant;
  }) => Promise<Result<undefined, 'fence-lost'>>;
};

/** What `work` is asked to do: one message names one job, never its people. */
export type WorkOrder =
  | { readonly job: 'reassignment'; readonly tenantId: TenantId; readonly reassignmentId: ReassignmentId }
  /** R1. An import or a PUT showed new assignments: a run that waits may be done. */
  | { readonly job: 'settle-moves'; readonly tenantId: TenantId; readonly reassignmentId: ReassignmentId }
  | { readonly job: 'import'; readonly tenantId: TenantId; readonly importId: ImportId }
  | { readonly job: 'purge'; readonly tenantId: TenantId };

/** A message on a queue says that something waits; what waits is in the table, so a lost one is only late (A4). */
export type Queues = {
  /** `morning`: from the tick, at `nextCheckAt`. `soon`: after a write, 60 seconds later. */
  readonly requestCheck: (request: {
    readonly tenantId: TenantId;
    readonly because: 'due' | 'write';
    readonly requestedAt: Instant;
  }) => Promise<void>;
  readonly requestDelivery: (outboxIds: readonly OutboxId[]) => Promise<void>;
  readonly requestWork: (order: WorkOrder) => Promise<void>;
};

/** A2. A recipient's own topic, by tenant, recipient and channel. */
export type TopicOwner = { readonly tenantId: TenantId; readonly recipientId: RecipientId; readonly channel: Channel };

export type Topics = {
  /** Makes the topic where it is missing and subscribes exactly this address; with `resend` asks for confirmation again. */
  readonly subscribe: (owner: TopicOwner, address: string, options: { readonly resend: boolean }) => Promise<StoredChannel>;
  /** Deletes the topic and with it its subscriptions; nothing to do is well, too. */
  readonly remove: (owner: TopicOwner) => Promise<void>;
  /** A5. What SNS says today of the subscription that was recorded. */
  readonly deliveryOf: (owner: TopicOwner, recorded: StoredChannel) => Promise<Delivery>;
  /** A5. Confirms by a signed call, so that nobody else can unsubscribe it. `invalid-token` when SNS refuses the token. */
  readonly confirm: (owner: TopicOwner, token: string) => Promise<Result<{ readonly subscriptionArn: string }, 'invalid-token'>>;
  readonly publish: (owner: TopicOwner, message: RenderedMessage) => Promise<void>;
};

/** A2. The static topic and the event bus. */
export type EventSink = { readonly publish: (event: ToolingEvent) => Promise<void> };

/** What most use cases need. */
export type Ports = {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly digest: Digest;
  readonly log: Log;
  readonly stores: Stores;
  readonly queues: Queues;
};
