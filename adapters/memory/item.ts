import type { Key } from '#adapters/dynamodb/keys.ts';
import type { Alert } from '#domain/alerts/alert.ts';
import type { ChainLink } from '#domain/audit/chain-link.ts';
import type { AuditEntry } from '#domain/audit/entry.ts';
import type { Instant } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import type { Import } from '#domain/imports/import.ts';
import type { LatestUsage, MonthUsage } from '#domain/liability/usage.ts';
import type { Link } from '#domain/links/link.ts';
import type { OutboxItem, OutboxState } from '#domain/outbox/outbox-item.ts';
import type { Partner } from '#domain/partners/partner.ts';
import type { Person } from '#domain/people/person.ts';
import type { Chunk, NotMoving, Reassignment } from '#domain/reassignments/reassignment.ts';
import type { ImportChunk, RecordedAnswer, Stored, StoredRecipient, StoredSubscription, StoredTenant } from '#use-cases/stored.ts';

/** What the ports answer of each noun that has an item of its own. */
type Values = {
  readonly tenant: StoredTenant;
  readonly subscription: StoredSubscription;
  readonly person: Stored<Person>;
  readonly recipient: StoredRecipient;
  readonly partner: Stored<Partner>;
  readonly usage: Stored<MonthUsage>;
  readonly 'latest-usage': LatestUsage;
  readonly alert: Alert;
  readonly link: Link;
  readonly outbox: OutboxItem;
  readonly reassignment: Stored<Reassignment>;
  readonly chunk: Chunk;
  readonly 'not-moving': readonly NotMoving[];
  readonly import: Import;
  readonly 'import-chunk': ImportChunk;
  readonly answer: RecordedAnswer;
  readonly audit: AuditEntry;
  readonly 'chain-link': ChainLink;
};

/** What the ports answer of that noun. */
export type ValueOf<Noun extends keyof Values> = Values[Noun];

/** What is kept beside it. */
type Beside = {
  readonly tenant: { readonly hiddenAt?: Instant };
  readonly outbox: { readonly state: OutboxState; readonly claim: OutboxClaim };
  readonly reassignment: { readonly tenantId: TenantId };
  readonly import: { readonly tenantId: TenantId };
};

/** A4. Who claimed an outbox item last, and how often it was claimed: known beyond the end of the claim. */
type OutboxClaim = { readonly owner?: string; readonly fence: number };

/** The item of one noun, under its key, and what else decides where and how long it is found. */
export type ItemOf<Noun extends keyof Values> = Key &
  Indexed & {
    readonly noun: Noun;
    readonly value: Values[Noun];
    /** The second since the Unix epoch from which a sweep of what has expired may delete it. */
    readonly ttl?: number;
  } & (Noun extends keyof Beside ? Beside[Noun] : unknown);

/** Any item. */
export type Item = { readonly [Noun in keyof Values]: ItemOf<Noun> }[keyof Values];

/** An item is in an index while it has that index's attribute. */
export type Indexed = {
  /** C1. The moment of a tenant's next check. */
  readonly due?: Instant;
  /** A4. The moment from which the tick picks up what is unfinished. */
  readonly open?: Instant;
  /** The list that shows it, and its place there. */
  readonly listed?: { readonly list: string; readonly place: string };
};

export type IndexName = keyof Indexed;

/** Whether an item is one of that noun. */
export function isOf<Noun extends Item['noun']>(noun: Noun, item: Item | undefined): item is Item & ItemOf<Noun> {
  return item?.noun === noun;
}
