import { dayOf } from '#domain/days/day.ts';
import { idOf } from '#domain/ids.ts';
import type { Page, Stores, TenantStores } from '#use-cases/ports.ts';
import { anAlert } from './kept-nouns.ts';
import { ACME, momentOf } from './stores.ts';

/** The ids that tests of everything use: few, so that what they do meets. */
export const IDS = {
  subscriptions: ['Sub1', 'Sub2'],
  people: ['agent-1', 'agent-2', 'agent-3'],
  recipients: ['anna', 'ben'],
  partners: ['nordlicht', 'suedwind'],
  months: ['2026-10', '2026-11'],
  runs: ['01RUN', '02RUN'],
  imports: ['01IMPORT', '02IMPORT'],
  links: ['link-1', 'link-2'],
  outbox: ['01OUTBOX', '02OUTBOX'],
  answers: ['k', 'l'],
  rungs: [30, 14, 7],
} as const;

/** In the midst of the days that random histories draw. */
const SOON = dayOf('2027-01-01');
const EVER = momentOf('9999-12-31T00:00:00.000Z');

/** Everything that the ports can say of one tenant. */
export async function allReadsOf(stores: Stores, tenantId = ACME): Promise<Readonly<Record<string, unknown>>> {
  const t = stores.storesFor(tenantId);
  const people = await t.readPeople(IDS.people.map(idOf.person));
  return {
    tenant: await t.readTenant(),
    snapshot: await t.readSnapshot(),
    subscriptions: await t.readSubscriptions(),
    subscription: await each(IDS.subscriptions, (id) => t.readSubscription(idOf.subscription(id))),
    people: people.toSorted((left, right) => (left.personId < right.personId ? -1 : 1)),
    person: await each(IDS.people, (id) => t.readPerson(idOf.person(id))),
    recipients: await t.readRecipients(),
    recipient: await each(IDS.recipients, (id) => t.readRecipient(idOf.recipient(id))),
    partners: await t.readPartners(),
    partner: await each(IDS.partners, (id) => t.readPartner(idOf.partner(id))),
    usage: await each(IDS.months, (month) => t.readUsage(month)),
    latestUsage: await t.readLatestUsage(),
    told: await t.alertsAlreadyTold(IDS.rungs.map((rung) => anAlert('', rung).identity)),
    answers: await each(IDS.answers, (key) => t.readAnswer(key)),
    ...(await listsOf(t)),
    ...(await jobsOf(t)),
    ...(await chainOf(t)),
  };
}

/** Everything that the ports can say across tenants; what came at the same moment has no order of its own. */
export async function allReadsAcross(stores: Stores): Promise<Readonly<Record<string, unknown>>> {
  return {
    due: [...(await stores.dueTenants(EVER))].sort(),
    unfinished: (await stores.unfinished(EVER)).map((one) => JSON.stringify(one)).sort(),
    tenants: await wholeList((request) => stores.listTenants(request)),
    expiring: await wholeList((request) => stores.listTenants({ ...request, lossThrough: SOON })),
    links: await each(IDS.links, (id) => stores.readLink(idOf.link(id))),
    outbox: await each(IDS.outbox, (id) => stores.readOutbox(idOf.outbox(id))),
  };
}

async function listsOf(t: TenantStores) {
  return {
    alerts: await wholeList((request) => t.listAlerts(request)),
    reassignments: await wholeList((request) => t.listReassignments(request)),
    audit: await wholeList((request) => t.listAudit(request)),
  };
}

async function jobsOf(t: TenantStores) {
  return {
    runs: await each(IDS.runs, (id) => t.readReassignment(idOf.reassignment(id))),
    chunks: await each(IDS.runs, (id) => t.readChunks(idOf.reassignment(id), 0)),
    notMoving: await each(IDS.runs, (id) => t.readNotMoving(idOf.reassignment(id))),
    imports: await each(IDS.imports, (id) => t.readImport(idOf.import(id))),
    importChunks: await each(IDS.imports, (id) => each([0, 1], (number) => t.readImportChunk(idOf.import(id), number))),
  };
}

async function chainOf(t: TenantStores) {
  return {
    entries: await t.readAuditEntries({ after: '0', through: '~', limit: 100 }),
    counted: await t.countAuditEntries({ after: '01' }),
    head: await t.readChainHead(),
    chain: await t.readChainLinks({ from: 1, limit: 100 }),
  };
}

function each<Id, Answer>(ids: readonly Id[], read: (id: Id) => Promise<Answer>): Promise<readonly Answer[]> {
  return Promise.all(ids.map(read));
}

/** A list to its end, two at a time: the cursors are read, too. */
async function wholeList<Noun>(
  page: (request: { readonly limit: number; readonly cursor?: string }) => Promise<Page<Noun>>,
): Promise<readonly Noun[]> {
  const all: Noun[] = [];
  let cursor: string | undefined;
  do {
    const { items, next }: Page<Noun> = await page({ limit: 2, ...(cursor !== undefined && { cursor }) });
    all.push(...items);
    cursor = next;
  } while (cursor !== undefined);
  return all;
}
