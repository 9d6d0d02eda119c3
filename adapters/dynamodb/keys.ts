import type { AlertIdentity } from '#domain/alerts/alert.ts';
import { identityKey } from '#domain/alerts/identity.ts';
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
import { shardOf } from './shards.ts';
import { placeOfTenant, type TenantPlace } from './tenant-place.ts';

/** The primary key of an item. Ids never contain `#`, so no two nouns share a key. */
export type Key = { readonly pk: string; readonly sk: string };

/** Where everything is kept: the one table, read from top to bottom as in docs/architecture.md. */
export const keyOf = {
  tenant: (t: TenantId): Key => ({ pk: partitionOf.tenant(t), sk: 'TENANT' }),
  subscription: (t: TenantId, s: SubscriptionId): Key => ({ pk: partitionOf.tenant(t), sk: `${PREFIX.subscription}${s}` }),
  person: (t: TenantId, p: PersonId): Key => ({ pk: partitionOf.tenant(t), sk: `${PREFIX.person}${p}` }),
  recipient: (t: TenantId, r: RecipientId): Key => ({ pk: partitionOf.tenant(t), sk: `${PREFIX.recipient}${r}` }),
  partner: (t: TenantId, p: PartnerId): Key => ({ pk: partitionOf.tenant(t), sk: `${PREFIX.partner}${p}` }),
  latestUsage: (t: TenantId): Key => ({ pk: partitionOf.tenant(t), sk: 'LATEST-USAGE' }),
  usage: (t: TenantId, month: string): Key => ({ pk: partitionOf.usage(t), sk: month }),
  alert: (t: TenantId, identity: AlertIdentity): Key => ({ pk: partitionOf.alerts(t), sk: identityKey(identity) }),
  reassignment: (t: TenantId, id: ReassignmentId): Key => ({ pk: partitionOf.reassignments(t), sk: id }),
  chunk: (t: TenantId, id: ReassignmentId, n: number): Key => ({ pk: partitionOf.reassignments(t), sk: `${id}#CHUNK#${ordinal(n)}` }),
  notMoving: (t: TenantId, id: ReassignmentId, page: number): Key => ({
    pk: partitionOf.reassignments(t),
    sk: `${id}#NOT-MOVING#${ordinal(page)}`,
  }),
  import: (t: TenantId, id: ImportId): Key => ({ pk: partitionOf.imports(t), sk: id }),
  importChunk: (t: TenantId, id: ImportId, n: number): Key => ({ pk: partitionOf.imports(t), sk: `${id}#CHUNK#${ordinal(n)}` }),
  answer: (t: TenantId, key: string): Key => ({ pk: partitionOf.answers(t), sk: key }),
  audit: (t: TenantId, entryId: string): Key => ({ pk: partitionOf.audit(t), sk: entryId }),
  chainLink: (t: TenantId, n: number): Key => ({ pk: partitionOf.chain(t), sk: linkNumber(n) }),
  link: (id: LinkId): Key => ({ pk: `LINK#${id}`, sk: 'LINK' }),
  outbox: (id: OutboxId): Key => ({ pk: `OUTBOX#${id}`, sk: 'OUTBOX' }),
} as const;

/** The partitions of one tenant. A check reads the first, once (C3); a purge empties all but the audit and its chain. */
export const partitionOf = {
  tenant: (t: TenantId): string => `TENANT#${t}`,
  usage: (t: TenantId): string => `TENANT#${t}#USAGE`,
  alerts: (t: TenantId): string => `TENANT#${t}#ALERT`,
  reassignments: (t: TenantId): string => `TENANT#${t}#REASSIGNMENT`,
  imports: (t: TenantId): string => `TENANT#${t}#IMPORT`,
  answers: (t: TenantId): string => `TENANT#${t}#IDEMPOTENCY`,
  audit: (t: TenantId): string => `TENANT#${t}#AUDIT`,
  chain: (t: TenantId): string => `TENANT#${t}#CHAIN`,
} as const;

/** The partitions of the index `tenants` that list what one tenant's own keys sort otherwise, by when it was made. */
export const listOf = {
  alerts: (t: TenantId): string => `ALERTS#${t}`,
  reassignments: (t: TenantId): string => `REASSIGNMENTS#${t}`,
} as const;

/** How the sort keys of a tenant's own partition begin. */
export const PREFIX = { subscription: 'SUBSCRIPTION#', person: 'PERSON#', recipient: 'RECIPIENT#', partner: 'PARTNER#' } as const;

/** The sparse indexes: an item is in one while it has that index's two attributes. */
export const INDEX = {
  due: { name: 'due', pk: 'duePk', sk: 'dueSk' },
  tenants: { name: 'tenants', pk: 'tenantsPk', sk: 'tenantsSk' },
  open: { name: 'open', pk: 'openPk', sk: 'openSk' },
} as const;

/** What each index finds, and in which order. */
export const indexKeyOf = {
  /** C1. Tenants by the moment of their next check. */
  due: (t: TenantId, nextCheckAt: Instant) => ({ duePk: `DUE#${shardOf(t)}`, dueSk: nextCheckAt }),
  /** Tenants by the first day on which somebody loses access, then by how many do: the most first. */
  tenants: (place: TenantPlace) => ({ tenantsPk: `TENANTS#${shardOf(place.tenantId)}`, tenantsSk: placeOfTenant(place) }),
  /** One tenant's alerts and reassignments by when they were made: their ids are ULIDs. */
  alerts: (t: TenantId, id: AlertId) => ({ tenantsPk: listOf.alerts(t), tenantsSk: id }),
  reassignments: (t: TenantId, id: ReassignmentId) => ({ tenantsPk: listOf.reassignments(t), tenantsSk: id }),
  /** A4. What is unfinished, by the moment from which the tick picks it up. */
  open: (id: string, dueAt: Instant) => ({ openPk: `OPEN#${shardOf(id)}`, openSk: dueAt }),
} as const;

/** The first sort key of the chunks from one number on, and what ends before the next noun begins. */
export function chunkRange(id: ReassignmentId, from: number): { readonly first: string; readonly last: string } {
  return { first: `${id}#CHUNK#${ordinal(from)}`, last: `${id}#CHUNK#${LAST_ORDINAL}` };
}

/** How the sort keys of a reassignment's people who do not move begin. */
export function notMovingPrefix(id: ReassignmentId): string {
  return `${id}#NOT-MOVING#`;
}

/** The sort keys of a chain's links from one number on. */
export function chainRange(from: number): { readonly first: string; readonly last: string } {
  return { first: linkNumber(from), last: LAST_LINK_NUMBER };
}

const LAST_LINK_NUMBER = '999999999999';

/** A chain goes on for years, so its numbers have twelve digits. */
function linkNumber(n: number): string {
  return String(n).padStart(LAST_LINK_NUMBER.length, '0');
}

const LAST_ORDINAL = '999999';

/** Numbers in keys have six digits, so that they sort as numbers do. */
function ordinal(n: number): string {
  return String(n).padStart(LAST_ORDINAL.length, '0');
}
