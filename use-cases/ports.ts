import type { Alert, AlertIdentity } from '#domain/alerts/alert.ts';
import type { ChainLink, KeptEntry } from '#domain/audit/chain-link.ts';
import type { AuditEntry } from '#domain/audit/entry.ts';
import type { Day } from '#domain/days/day.ts';
import type { Instant } from '#domain/days/instant.ts';
import type {
  AlertId,
  ImportId,
  LinkId,
  OutboxId,
  PartnerId,
  PersonId,
  ReassignmentId,
  RecipientId,
  SubscriptionId,
  TenantId,
} from '#domain/ids.ts';
import type { Import } from '#domain/imports/import.ts';
import type { LatestUsage, MonthUsage } from '#domain/liability/usage.ts';
import type { CodeWindow } from '#domain/links/code.ts';
import type { Link } from '#domain/links/link.ts';
import type { ToolingEvent } from '#domain/messages/events.ts';
import type { RenderedMessage } from '#domain/messages/message.ts';
import type { OutboxItem, OutboxState } from '#domain/outbox/outbox-item.ts';
import type { Partner } from '#domain/partners/partner.ts';
import type { Person } from '#domain/people/person.ts';
import type { Digest } from '#domain/plans/plan.ts';
import type { Chunk, NotMoving, Reassignment } from '#domain/reassignments/reassignment.ts';
import type { Channel, Delivery } from '#domain/recipients/recipient.ts';
import type { Result } from '#domain/result.ts';
import type { Change } from './change.ts';
import type {
  ImportChunk,
  ListedTenant,
  RecordedAnswer,
  Snapshot,
  Stored,
  StoredChannel,
  StoredRecipient,
  StoredSubscription,
  StoredTenant,
} from './stored.ts';

/** The time: nothing else in the product reads a clock. */
export type Clock = { readonly now: () => Instant };

/** Chance: nothing else in the product draws a random value. */
export type Randomness = {
  /** A ULID for that moment: ids made later sort later. */
  readonly ulid: (at: Instant) => string;
  /** Random bytes as unpadded base64url: 16 for a link's id, 32 for its secret. */
  readonly token: (bytes: 16 | 32) => string;
  /** L9. Six digits, each of the million texts as likely as every other. */
  readonly code: () => string;
};

/** Structured log lines. Fields name things by id and count; never a name, an address or a secret. */
export type Log = {
  readonly info: (message: string, fields?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (message: string, fields?: Readonly<Record<string, unknown>>) => void;
};

/** Where a list goes on: opaque to everybody but the store that gave it. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next?: string };
export type PageRequest = { readonly limit: number; readonly cursor?: string };
/** A page of the tenants; with `lossThrough` only of those where somebody loses access on that day or before. */
export type TenantsRequest = PageRequest & { readonly lossThrough?: Day };

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
  readonly readPartner: (id: PartnerId) => Promise<Stored<Partner> | undefined>;
  /** In ascending order of id. */
  readonly readPartners: () => Promise<readonly Stored<Partner>[]>;
  /** D16. What was entered of a month (`2026-11`). */
  readonly readUsage: (month: string) => Promise<Stored<MonthUsage> | undefined>;
  /** D19. What was used in the latest month that was entered. */
  readonly readLatestUsage: () => Promise<LatestUsage | undefined>;
  /** Newest first, each with the delivery state of the message that carries it. */
  readonly listAlerts: (page: PageRequest) => Promise<Page<Alert>>;
  readonly readAlert: (id: AlertId) => Promise<Alert | undefined>;
  /** Which of the identities already have an alert, as positions in the list. */
  readonly alertsAlreadyTold: (identities: readonly AlertIdentity[]) => Promise<ReadonlySet<number>>;
  readonly readReassignment: (id: ReassignmentId) => Promise<Stored<Reassignment> | undefined>;
  /** Newest first. */
  readonly listReassignments: (page: PageRequest) => Promise<Page<Reassignment>>;
  /** Chunks from a number on, in order, at most one read's worth; `next` is the number to go on from. */
  readonly readChunks: (id: ReassignmentId, from: number) => Promise<{ readonly chunks: readonly Chunk[]; readonly next?: number }>;
  readonly readNotMoving: (id: ReassignmentId) => Promise<readonly NotMoving[]>;
  readonly readImport: (id: ImportId) => Promise<Import | undefined>;
  readonly readImportChunk: (id: ImportId, number: number) => Promise<ImportChunk | undefined>;
  /** Newest first. */
  readonly listAudit: (page: PageRequest) => Promise<Page<AuditEntry>>;
  /** U2. As they are kept, in the order of their ids: those after one id and not after another, at most `limit`. */
  readonly readAuditEntries: (asked: {
    readonly after: string;
    readonly through: string;
    readonly limit: number;
  }) => Promise<readonly KeptEntry[]>;
  readonly countAuditEntries: (asked: { readonly after: string }) => Promise<number>;
  /** U2. The link with the largest number. */
  readonly readChainHead: () => Promise<ChainLink | undefined>;
  /** U2. Links from a number on, in order, at most `limit`; at least one where there is one. */
  readonly readChainLinks: (asked: { readonly from: number; readonly limit: number }) => Promise<readonly ChainLink[]>;
  /** R8. Undefined when unknown or past its 24 hours. */
  readonly readAnswer: (key: string) => Promise<RecordedAnswer | undefined>;
  /**
   * All changes or none, at most 100. `token` (36 characters at most) names the attempt, so that a repeated call within
   * ten minutes is the same one; drawn when absent. Conflicts with other transactions are retried here.
   * @throws when the outcome stays unknown or the table does not answer.
   */
  readonly commit: (changes: readonly Change[], token?: string) => Promise<Result<undefined, CommitRefusal>>;
  /** Deletes up to a page of a hidden tenant's items, everything but the audit and its chain; the tenant's own item last. True when nothing is left. */
  readonly purge: () => Promise<boolean>;
};

/** What is unfinished and has waited longer than its queue should take (A4). */
export type Unfinished =
  | { readonly unfinished: 'outbox'; readonly outboxId: OutboxId }
  | { readonly unfinished: 'reassignment'; readonly tenantId: TenantId; readonly reassignmentId: ReassignmentId }
  | { readonly unfinished: 'import'; readonly tenantId: TenantId; readonly importId: ImportId }
  | { readonly unfinished: 'purge'; readonly tenantId: TenantId };

/** What is kept across tenants, and the door to each tenant's own. */
export type Stores = {
  readonly storesFor: (tenantId: TenantId) => TenantStores;
  /** C1. Tenants whose `nextCheckAt` has come, from the sparse index alone. */
  readonly dueTenants: (now: Instant) => Promise<readonly TenantId[]>;
  /** Soonest loss of access first, then most people, from the index `tenants` alone. */
  readonly listTenants: (page: TenantsRequest) => Promise<Page<ListedTenant>>;
  /** A4. From the sparse index alone: what was due for another try at `now`. */
  readonly unfinished: (now: Instant) => Promise<readonly Unfinished[]>;
  readonly readLink: (id: LinkId) => Promise<Link | undefined>;
  /** L1. Keeps the hash beside the last four; refused when the link is gone, or expired without having been used. */
  readonly addLinkSecret: (change: {
    readonly linkId: LinkId;
    readonly secretHash: string;
    readonly now: Instant;
  }) => Promise<Result<undefined, 'link-closed'>>;
  /** L9. Keeps the hash beside the last two of the window that is open; refused when none is, when its tries are used up, or the link is used. */
  readonly addLinkCode: (change: {
    readonly linkId: LinkId;
    readonly codeHash: string;
    readonly now: Instant;
  }) => Promise<Result<undefined, 'no-open-window'>>;
  /**
   * L9. Takes one try of the window that is open, before anything is compared: of any number of guesses at once, as many get one as
   * there are tries. Answers with the window as it is then. A lost answer costs a try.
   */
  readonly takeCodeTry: (change: { readonly linkId: LinkId; readonly now: Instant }) => Promise<Result<CodeWindow, 'no-try-left'>>;
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
  | { readonly job: 'purge'; readonly tenantId: TenantId }
  /** U2. Carried out once what was written before it was asked for has settled. */
  | { readonly job: 'chain-audit'; readonly tenantId: TenantId };

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
