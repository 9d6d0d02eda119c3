import type { Actor } from '#domain/audit/entry.ts';
import { dayIn } from '#domain/days/instant.ts';
import { idOf, type TenantId } from '#domain/ids.ts';
import { ENTRIES_AT_ONCE, type Import, type ImportRow, PEOPLE_PER_IMPORT_CHUNK, REJECTIONS_KEPT } from '#domain/imports/import.ts';
import { entriesIn, type ImportEntries, type ImportFile, type ImportInput } from '#domain/imports/import-input.ts';
import { type ImportCounts, previewImport } from '#domain/imports/preview-import.ts';
import { atMost, slicesOf } from '#domain/imports/slices.ts';
import { triageFile, withoutRepeated } from '#domain/imports/triage.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { applyImport } from './apply-import.ts';
import type { Change } from './change.ts';
import { type ImportJob, saidOf, withoutRevision } from './import-job.ts';
import { importSubscriptions, seeSubscriptions } from './import-subscriptions.ts';
import type { Ports } from './ports.ts';
import type { TenantNotFound } from './refusals.ts';

type Start = { readonly actor: Actor; readonly tenantId: TenantId; readonly input: ImportInput; readonly dryRun: boolean };

/** An item of the table has 400 KB; a character takes up to 3 bytes. */
const CHARACTERS_PER_CHUNK = 100_000;
const CHUNKS_PER_COMMIT = 10;

/**
 * Imports a Control Hub export or JSON entries. Subscriptions are written at once; people in chunks, within the request when
 * there are few entries, else by `work`. A bad entry never stops the good ones, and the same input twice changes nothing.
 * A dry run computes the same answer and writes nothing.
 */
export async function startImport(ports: Ports, start: Start): Promise<Result<Import, TenantNotFound>> {
  const { tenantId, input } = start;
  const stores = ports.stores.storesFor(tenantId);
  const importId = idOf.import(ports.randomness.ulid(ports.clock.now()));
  const job: ImportJob = { ports, stores, tenantId, importId, actor: { who: start.actor.who, door: 'import' } };
  if (start.dryRun) return preview(job, input);
  const prepared = await (input.from === 'file' ? prepareFile(job, input) : prepareEntries(job, input));
  if (!prepared.ok) return prepared;
  const begun = await begin(job, { ...prepared.value, columns: input.from === 'file' ? input.columns : [] });
  if (!begun.ok) return begun;
  if (prepared.value.subscriptionsChanged) await ports.queues.requestCheck({ tenantId, because: 'write', requestedAt: ports.clock.now() });
  if (begun.value.status === 'done') return begun;
  if (entriesIn(input) <= ENTRIES_AT_ONCE) await applyImport(ports, { tenantId, importId }, () => true);
  else await ports.queues.requestWork({ job: 'import', tenantId, importId });
  return ok((await stores.readImport(importId)) ?? begun.value);
}

/** What is left to do once the subscriptions are written, and what is counted by then. */
type Prepared = { readonly rows: readonly ImportRow[]; readonly counts: ImportCounts; readonly subscriptionsChanged: boolean };

async function prepareFile(job: ImportJob, file: ImportFile): Promise<Result<Prepared, TenantNotFound>> {
  const seen = await seeSubscriptions(job, file);
  if (!seen.ok) return seen;
  const snapshot = await job.stores.readSnapshot();
  if (snapshot === undefined) return refused({ reason: 'tenant-not-found' });
  const { rows, ignored, absent } = triageFile(
    file,
    snapshot.people.map(({ personId }) => personId),
  );
  const counts = { imported: 0, unchanged: 0, ignored, absent, rejected: file.rejected };
  return ok({ rows, counts, subscriptionsChanged: seen.value > 0 });
}

async function prepareEntries(job: ImportJob, input: ImportEntries): Promise<Result<Prepared, TenantNotFound>> {
  const { subscriptions, people, rejected } = withoutRepeated(input);
  const put = await importSubscriptions(job, subscriptions);
  if (!put.ok) return put;
  const counts = { ...put.value, ignored: 0, absent: 0, rejected: [...rejected, ...put.value.rejected] };
  return ok({ rows: people, counts, subscriptionsChanged: put.value.imported > 0 });
}

/** The chunks first, then the header: nobody finds a chunk whose import has no header, and it leaves with time. */
async function begin(
  job: ImportJob,
  { rows, counts, columns }: Prepared & Pick<Import, 'columns'>,
): Promise<Result<Import, TenantNotFound>> {
  const { stores, importId } = job;
  const chunks = slicesOf(rows, atMost({ items: PEOPLE_PER_IMPORT_CHUNK, characters: CHARACTERS_PER_CHUNK }));
  const puts = chunks.map((together, number): Change => ({ change: 'put-import-chunk', importId, number, rows: together }));
  for (let from = 0; from < puts.length; from += CHUNKS_PER_COMMIT) {
    const outcome = await stores.commit(puts.slice(from, from + CHUNKS_PER_COMMIT));
    if (!outcome.ok) throw new Error(`Chunks of the import ${importId} are finished before it has begun.`);
  }
  const header = headerOf(job, { counts, columns, chunks: chunks.length });
  const outcome = await stores.commit([{ change: 'require-tenant' }, { change: 'start-import', import: header }]);
  return outcome.ok ? ok(header) : refused({ reason: 'tenant-not-found' });
}

async function preview(job: ImportJob, input: ImportInput): Promise<Result<Import, TenantNotFound>> {
  const snapshot = await job.stores.readSnapshot();
  if (snapshot === undefined) return refused({ reason: 'tenant-not-found' });
  const today = dayIn(snapshot.tenant.timeZone, job.ports.clock.now());
  const counts = previewImport(input, {
    subscriptions: snapshot.subscriptions.map(saidOf),
    people: snapshot.people.map(withoutRevision),
    today,
  });
  return ok(headerOf(job, { counts, columns: input.from === 'file' ? input.columns : [], chunks: 0 }));
}

type Header = { readonly counts: ImportCounts; readonly columns: Import['columns']; readonly chunks: number };

function headerOf({ ports, importId, actor }: ImportJob, { counts, columns, chunks }: Header): Import {
  return {
    importId,
    startedBy: actor.who,
    startedAt: ports.clock.now(),
    status: chunks === 0 ? 'done' : 'running',
    chunks,
    chunksDone: 0,
    columns,
    ...counts,
    rejected: counts.rejected.slice(0, REJECTIONS_KEPT),
    rejectedCount: counts.rejected.length,
  };
}
