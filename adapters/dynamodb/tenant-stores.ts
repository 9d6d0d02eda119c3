import type { AlertIdentity } from '#domain/alerts/alert.ts';
import type { TenantId } from '#domain/ids.ts';
import type { Clock, Randomness, TenantStores } from '#use-cases/ports.ts';
import type { RecordedAnswer } from '#use-cases/stored.ts';
import { fromAlertItem } from './alerts.ts';
import { fromAnswerItem } from './answers.ts';
import { countAuditEntries, fromAuditItem, readAuditEntries } from './audit.ts';
import { readChainHead, readChainLinks } from './chain.ts';
import { commit } from './commit.ts';
import { readChunks, readImport, readImportChunk, readNotMoving, readReassignment } from './jobs.ts';
import { type Key, keyOf, listOf, PREFIX, partitionOf } from './keys.ts';
import { newestFirst, newestFirstIndexed, oneIndexed } from './lists.ts';
import { fromPartnerItem } from './partners.ts';
import { fromPersonItem } from './people.ts';
import { purge } from './purge.ts';
import { fromReassignmentItem } from './reassignments.ts';
import { fromRecipientItem } from './recipients.ts';
import { readNoun, readSnapshot } from './snapshot.ts';
import { fromSubscriptionItem } from './subscriptions.ts';
import { getItem, getItems, type RawItem, type Table } from './table.ts';
import { fromTenantItem } from './tenants.ts';
import { fromLatestUsageItem, fromUsageItem } from './usage.ts';

/** The table, and what dates and names what is written to it. */
export type Opened = { readonly table: Table; readonly clock: Clock; readonly randomness: Randomness };

/**
 * What is kept of one tenant. Only `readTenant` and `readSnapshot` look whether the tenant was deleted: everything else
 * is asked for by id, after one of them, or by the purge.
 */
export function openTenantStores({ table, clock, randomness }: Opened, t: TenantId): TenantStores {
  return {
    ...nounsOf(table, t),
    ...listsOf(table, t),
    ...jobsOf(table, t),
    ...chainOf(table, t),
    readAnswer: (key) => readAnswer({ table, clock }, t, key),
    readAlert: (alertId) => oneIndexed(table, { partition: listOf.alerts(t), place: alertId, fromItem: fromAlertItem }),
    alertsAlreadyTold: (identities) => alreadyTold(table, t, identities),
    commit: (changes, token = randomness.token(16)) => commit(table, { tenantId: t, changes, token, now: clock.now() }),
    purge: () => purge(table, t),
  };
}

type Nouns =
  | 'readTenant'
  | 'readSnapshot'
  | 'readSubscription'
  | 'readSubscriptions'
  | 'readPerson'
  | 'readPeople'
  | 'readRecipient'
  | 'readRecipients'
  | 'readPartner'
  | 'readPartners'
  | 'readUsage'
  | 'readLatestUsage';
type Lists = 'listAlerts' | 'listReassignments' | 'listAudit';
type Chain = 'readAuditEntries' | 'countAuditEntries' | 'readChainHead' | 'readChainLinks';
type Jobs = 'readReassignment' | 'readChunks' | 'readNotMoving' | 'readImport' | 'readImportChunk';

function nounsOf(table: Table, t: TenantId): Pick<TenantStores, Nouns> {
  return {
    readTenant: () => readOne(table, keyOf.tenant(t), fromTenantItem),
    readSnapshot: () => readSnapshot(table, t),
    readSubscription: (id) => readOne(table, keyOf.subscription(t, id), fromSubscriptionItem),
    readSubscriptions: async () => (await readNoun(table, t, PREFIX.subscription)).map(fromSubscriptionItem),
    readPerson: (id) => readOne(table, keyOf.person(t, id), fromPersonItem),
    readPeople: async (ids) =>
      (
        await getItems(
          table,
          ids.map((id) => keyOf.person(t, id)),
        )
      ).map(fromPersonItem),
    readRecipient: (id) => readOne(table, keyOf.recipient(t, id), fromRecipientItem),
    readRecipients: async () => (await readNoun(table, t, PREFIX.recipient)).map(fromRecipientItem),
    readPartner: (id) => readOne(table, keyOf.partner(t, id), fromPartnerItem),
    readUsage: (month) => readOne(table, keyOf.usage(t, month), fromUsageItem),
    readLatestUsage: () => readOne(table, keyOf.latestUsage(t), fromLatestUsageItem),
    readPartners: async () => (await readNoun(table, t, PREFIX.partner)).map(fromPartnerItem),
  };
}

function listsOf(table: Table, t: TenantId): Pick<TenantStores, Lists> {
  return {
    listAlerts: (request) => newestFirstIndexed(table, { partition: listOf.alerts(t), request, fromItem: fromAlertItem }),
    listReassignments: (request) =>
      newestFirstIndexed(table, { partition: listOf.reassignments(t), request, fromItem: fromReassignmentItem }),
    listAudit: (request) => newestFirst(table, { partition: partitionOf.audit(t), request, fromItem: fromAuditItem }),
  };
}

function jobsOf(table: Table, t: TenantId): Pick<TenantStores, Jobs> {
  return {
    readReassignment: (id) => readReassignment(table, t, id),
    readChunks: (id, from) => readChunks(table, t, id, from),
    readNotMoving: (id) => readNotMoving(table, t, id),
    readImport: (id) => readImport(table, t, id),
    readImportChunk: (id, number) => readImportChunk(table, t, id, number),
  };
}

function chainOf(table: Table, t: TenantId): Pick<TenantStores, Chain> {
  return {
    readAuditEntries: (asked) => readAuditEntries(table, t, asked),
    countAuditEntries: (asked) => countAuditEntries(table, t, asked),
    readChainHead: () => readChainHead(table, t),
    readChainLinks: (asked) => readChainLinks(table, t, asked),
  };
}

async function readOne<Noun>(table: Table, key: Key, fromItem: (item: RawItem) => Noun): Promise<Noun | undefined> {
  const item = await getItem(table, key);
  return item === undefined ? undefined : fromItem(item);
}

/** R8. A record past its 24 hours is forgotten, whether or not TTL has come by (L5: expiry is checked in code). */
async function readAnswer({ table, clock }: Omit<Opened, 'randomness'>, t: TenantId, key: string): Promise<RecordedAnswer | undefined> {
  const answer = await readOne(table, keyOf.answer(t, key), fromAnswerItem);
  return answer !== undefined && answer.expiresAt > clock.now() ? answer : undefined;
}

/** C5. Reads keys alone, by key: an alert that exists was told. */
async function alreadyTold(table: Table, t: TenantId, identities: readonly AlertIdentity[]): Promise<ReadonlySet<number>> {
  const keys = identities.map((identity) => keyOf.alert(t, identity));
  const told = new Set((await getItems(table, keys, ['pk', 'sk'])).map(({ sk }) => sk));
  return new Set(keys.flatMap(({ sk }, place) => (told.has(sk) ? [place] : [])));
}
