import { dayIn } from '#domain/days/instant.ts';
import type { SubscriptionId } from '#domain/ids.ts';
import { type DecidedSubscriptions, decideSubscriptions } from '#domain/imports/decide-subscriptions.ts';
import type { Rejection } from '#domain/imports/import.ts';
import type { ImportFile, SubscriptionEntry } from '#domain/imports/import-input.ts';
import { atMost, slicesOf } from '#domain/imports/slices.ts';
import { type Sighting, sightingsIn } from '#domain/imports/suspended-seen.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { audited } from './audited.ts';
import type { Change } from './change.ts';
import { type ImportJob, saidOf } from './import-job.ts';
import type { TenantNotFound } from './refusals.ts';
import { seatChanges } from './seat-changes.ts';
import type { StoredSubscription, StoredTenant } from './stored.ts';
import { type Attempt, untilDecided } from './until-decided.ts';

/** Subscriptions in one transaction: with before and after in its audit entry, which is one item of at most 400 KB. */
const TOGETHER = 20;
const CHARACTERS_TOGETHER = 50_000;

/** What the subscriptions of an import have come to. */
export type ImportedSubscriptions = { readonly imported: number; readonly unchanged: number; readonly rejected: readonly Rejection[] };

/**
 * D1, D5. Writes what a file's columns show: an id that nobody knew is a subscription without dates, and the `(Suspended)`
 * mark comes or goes. Answers how many subscriptions are other than before.
 */
export async function seeSubscriptions(
  job: ImportJob,
  { columns, suspended }: Pick<ImportFile, 'columns' | 'suspended'>,
): Promise<Result<number, TenantNotFound>> {
  let changed = 0;
  for (let from = 0; from < columns.length; from += TOGETHER) {
    const together = columns.slice(from, from + TOGETHER);
    const outcome = await untilDecided(() => seeTogether(job, together, suspended));
    if (!outcome.ok) return outcome;
    changed += outcome.value;
  }
  return ok(changed);
}

async function seeTogether(
  job: ImportJob,
  columns: readonly SubscriptionId[],
  suspended: readonly SubscriptionId[],
): Promise<Attempt<number, TenantNotFound>> {
  const read = await readList(job);
  if (read === undefined) return refused({ reason: 'tenant-not-found' });
  const sightings = sightingsIn({ columns, suspended, stored: read.stored, today: dayIn(read.tenant.timeZone, job.ports.clock.now()) });
  if (sightings.length === 0) return ok(0);
  const outcome = await job.stores.commit([
    { change: 'require-tenant' },
    ...sightings.map(seeing),
    auditOf(job, { after: sightings.map(marked) }),
  ]);
  return outcome.ok ? ok(sightings.length) : 'lost-race';
}

function seeing({ subscriptionId, before, suspendedSeenOn }: Sighting<StoredSubscription>): Change {
  const revision = before?.revision ?? 'absent';
  return { change: 'see-subscription', subscriptionId, revision, ...(suspendedSeenOn !== undefined && { suspendedSeenOn }) };
}

function marked({ before, ...sighting }: Sighting<StoredSubscription>): object {
  return { ...sighting, created: before === undefined };
}

/** D20. Writes the subscriptions of a JSON import, in the order of the file, under the list that they were held against. */
export async function importSubscriptions(
  job: ImportJob,
  entries: readonly SubscriptionEntry[],
): Promise<Result<ImportedSubscriptions, TenantNotFound>> {
  let sum: ImportedSubscriptions = { imported: 0, unchanged: 0, rejected: [] };
  for (const together of slicesOf(entries, atMost({ items: TOGETHER, characters: CHARACTERS_TOGETHER }))) {
    const outcome = await untilDecided(() => putTogether(job, together));
    if (!outcome.ok) return outcome;
    const { changed, unchanged, rejected } = outcome.value;
    sum = { imported: sum.imported + changed.length, unchanged: sum.unchanged + unchanged, rejected: [...sum.rejected, ...rejected] };
  }
  return ok(sum);
}

async function putTogether(job: ImportJob, entries: readonly SubscriptionEntry[]): Promise<Attempt<DecidedSubscriptions, TenantNotFound>> {
  const read = await readList(job);
  if (read === undefined) return refused({ reason: 'tenant-not-found' });
  const today = dayIn(read.tenant.timeZone, job.ports.clock.now());
  const decided = decideSubscriptions({ entries, stored: read.stored.map(saidOf), today });
  if (decided.changed.length === 0) return ok(decided);
  const revisions = new Map(read.stored.map(({ subscriptionId, revision }) => [subscriptionId, revision]));
  const puts = decided.changed.map(
    ({ before, subscription }): Change => ({
      change: 'put-subscription',
      subscription,
      revision: revisions.get(subscription.subscriptionId) ?? 'absent',
      seats: seatChanges(before?.commitments ?? [], subscription.commitments),
      datesConfirmedOn: today,
    }),
  );
  const before = decided.changed.flatMap((each) => each.before ?? []);
  const after = decided.changed.map(({ subscription }) => subscription);
  const list: Change = { change: 'change-subscriptions', subscriptionsRevision: read.tenant.subscriptionsRevision };
  const outcome = await job.stores.commit([list, ...puts, auditOf(job, { before, after })]);
  return outcome.ok ? ok(decided) : 'lost-race';
}

type ReadList = { readonly tenant: StoredTenant; readonly stored: readonly StoredSubscription[] };

async function readList({ stores }: ImportJob): Promise<ReadList | undefined> {
  // The tenant first: a list that changes after it was read is refused by the revision that was read before.
  const tenant = await stores.readTenant();
  return tenant && { tenant, stored: await stores.readSubscriptions() };
}

function auditOf(
  { ports, actor, importId }: ImportJob,
  change: { readonly before?: readonly object[]; readonly after: readonly object[] },
): Change {
  return audited(ports, actor, { action: 'subscriptions-imported', subject: importId, ...change });
}
