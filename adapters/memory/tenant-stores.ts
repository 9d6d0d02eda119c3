import { keyOf, listOf, partitionOf } from '#adapters/dynamodb/keys.ts';
import type { Alert, AlertIdentity } from '#domain/alerts/alert.ts';
import type { AuditEntry } from '#domain/audit/entry.ts';
import type { AlertId, PersonId, TenantId } from '#domain/ids.ts';
import type { Clock, Randomness, TenantStores } from '#use-cases/ports.ts';
import type { RecordedAnswer } from '#use-cases/stored.ts';
import { countAuditEntries, readAuditEntries } from './audit.ts';
import { readChainHead, readChainLinks } from './chain.ts';
import { type Committing, commit } from './commit.ts';
import { read, suffered } from './faults.ts';
import { isOf } from './item.ts';
import { readChunks, readNotMoving } from './jobs.ts';
import { listedIn, type Placed, pageDescending } from './lists.ts';
import { readAll, readNoun, readSnapshot, readTenant } from './nouns.ts';
import { purge } from './purge.ts';
import type { MemoryTable } from './table.ts';

/** What a commit works on, and what dates and names what is written. */
export type Opened = Committing & { readonly clock: Clock; readonly randomness: Randomness };

/** What is kept of one tenant. */
export function openTenantStores(opened: Opened, t: TenantId): TenantStores {
  const { clock, randomness, faults, table } = opened;
  return {
    ...nounsOf(opened, t),
    ...listsOf(opened, t),
    ...jobsOf(opened, t),
    ...chainOf(opened, t),
    readAnswer: (key) => read(faults, 'readAnswer', () => readAnswer(opened, t, key)),
    readAlert: (alertId) => read(faults, 'readAlert', () => alertIn(table, t, alertId)),
    alertsAlreadyTold: (identities) => read(faults, 'alertsAlreadyTold', () => alreadyTold(table, t, identities)),
    commit: (changes, token = randomness.token(16)) => commit(opened, { tenantId: t, changes, token, now: clock.now() }),
    purge: () => suffered(faults.update?.('purge') ?? 'none', 'purge', () => purge(table, t)),
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

function nounsOf({ table, faults }: Committing, t: TenantId): Pick<TenantStores, Nouns> {
  return {
    readTenant: () => read(faults, 'readTenant', () => readTenant(table, t)),
    readSnapshot: () => read(faults, 'readSnapshot', () => readSnapshot(table, t)),
    readSubscription: (id) => read(faults, 'readSubscription', () => readNoun(table, 'subscription', keyOf.subscription(t, id))),
    readSubscriptions: () => read(faults, 'readSubscriptions', () => readAll(table, t, 'subscription')),
    readPerson: (id) => read(faults, 'readPerson', () => readNoun(table, 'person', keyOf.person(t, id))),
    readPeople: (ids) => read(faults, 'readPeople', () => readPeople(table, t, ids)),
    readRecipient: (id) => read(faults, 'readRecipient', () => readNoun(table, 'recipient', keyOf.recipient(t, id))),
    readRecipients: () => read(faults, 'readRecipients', () => readAll(table, t, 'recipient')),
    readPartner: (id) => read(faults, 'readPartner', () => readNoun(table, 'partner', keyOf.partner(t, id))),
    readUsage: (month) => read(faults, 'readUsage', () => readNoun(table, 'usage', keyOf.usage(t, month))),
    readLatestUsage: () => read(faults, 'readLatestUsage', () => readNoun(table, 'latest-usage', keyOf.latestUsage(t))),
    readPartners: () => read(faults, 'readPartners', () => readAll(table, t, 'partner')),
  };
}

function listsOf({ table, faults }: Committing, t: TenantId): Pick<TenantStores, Lists> {
  return {
    listAlerts: (request) =>
      read(faults, 'listAlerts', () => pageDescending(listedIn(table, { list: listOf.alerts(t), noun: 'alert' }), request)),
    listReassignments: (request) =>
      read(faults, 'listReassignments', () =>
        pageDescending(listedIn(table, { list: listOf.reassignments(t), noun: 'reassignment' }), request),
      ),
    listAudit: (request) => read(faults, 'listAudit', () => pageDescending(auditOf(table, t), request)),
  };
}

function jobsOf({ table, faults }: Committing, t: TenantId): Pick<TenantStores, Jobs> {
  return {
    readReassignment: (id) => read(faults, 'readReassignment', () => readNoun(table, 'reassignment', keyOf.reassignment(t, id))),
    readChunks: (id, from) => read(faults, 'readChunks', () => readChunks(table, t, { id, from })),
    readNotMoving: (id) => read(faults, 'readNotMoving', () => readNotMoving(table, t, id)),
    readImport: (id) => read(faults, 'readImport', () => readNoun(table, 'import', keyOf.import(t, id))),
    readImportChunk: (id, number) =>
      read(faults, 'readImportChunk', () => readNoun(table, 'import-chunk', keyOf.importChunk(t, id, number))),
  };
}

function chainOf({ table, faults }: Committing, t: TenantId): Pick<TenantStores, Chain> {
  return {
    readAuditEntries: (asked) => read(faults, 'readAuditEntries', () => readAuditEntries(table, t, asked)),
    countAuditEntries: (asked) => read(faults, 'countAuditEntries', () => countAuditEntries(table, t, asked)),
    readChainHead: () => read(faults, 'readChainHead', () => readChainHead(table, t)),
    readChainLinks: (asked) => read(faults, 'readChainLinks', () => readChainLinks(table, t, asked)),
  };
}

function readPeople(table: MemoryTable, t: TenantId, ids: readonly PersonId[]): Awaited<ReturnType<TenantStores['readPeople']>> {
  const found = [...new Set(ids)].map((id) => readNoun(table, 'person', keyOf.person(t, id)));
  return found.filter((person) => person !== undefined);
}

/** U1. The audit is a list of its own: its keys are in order, and no index has to be waited for. */
function auditOf(table: MemoryTable, t: TenantId): readonly Placed<AuditEntry>[] {
  return table.within(partitionOf.audit(t)).flatMap((item) => (isOf('audit', item) ? [{ place: item.sk, noun: item.value }] : []));
}

/** R8. A record past its 24 hours is forgotten, whether or not it was swept (L5: expiry is checked in code). */
function readAnswer({ table, clock }: Opened, t: TenantId, key: string): RecordedAnswer | undefined {
  const answer = readNoun(table, 'answer', keyOf.answer(t, key));
  return answer !== undefined && answer.expiresAt > clock.now() ? answer : undefined;
}

/** C5. An alert that exists was told. */
function alreadyTold(table: MemoryTable, t: TenantId, identities: readonly AlertIdentity[]): ReadonlySet<number> {
  return new Set(identities.flatMap((identity, place) => (table.get(keyOf.alert(t, identity)) === undefined ? [] : [place])));
}

function alertIn(table: MemoryTable, t: TenantId, alertId: AlertId): Alert | undefined {
  return listedIn(table, { list: listOf.alerts(t), noun: 'alert' }).find(({ place }) => place === alertId)?.noun;
}
