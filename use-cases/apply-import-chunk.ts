import type { PersonId, ReassignmentId, SubscriptionId } from '#domain/ids.ts';
import { type AppliedRows, appliedRows, type ChangedPerson, oneTransaction, settledBy } from '#domain/imports/applied-rows.ts';
import { type Import, type ImportRow, REJECTIONS_KEPT } from '#domain/imports/import.ts';
import { personIdOf } from '#domain/imports/preview-import.ts';
import { slicesOf } from '#domain/imports/slices.ts';
import type { Person } from '#domain/people/person.ts';
import { seatDeltas, sumOfSeatDeltas } from '#domain/people/seat-deltas.ts';
import { ok, type Result } from '#domain/result.ts';
import { audited } from './audited.ts';
import type { Change } from './change.ts';
import { type ImportJob, withoutRevision } from './import-job.ts';
import type { ImportChunk } from './stored.ts';
import { type Attempt, untilDecided } from './until-decided.ts';

/** A transaction's 100 items without those that are no people or seats: tenant, chunk, header and audit entry. */
const PEOPLE_AND_SEATS = 96;
/** Before and after of everybody stand in one audit entry, an item of at most 400 KB. */
const CHARACTERS_PER_AUDIT = 100_000;

/** The import after the chunk; undefined when there is nothing left to go on with, because the tenant was deleted. */
type Advanced = Import | undefined;
/** Whom an earlier try of this chunk has written ahead of its end, and which runs these changes settle. */
type Ahead = { readonly people: Set<PersonId>; readonly settles: Set<ReassignmentId> };
type Doing = {
  readonly job: ImportJob;
  readonly header: Import;
  readonly columns: ReadonlySet<SubscriptionId>;
  readonly ahead: Ahead;
};

/**
 * Applies the next chunk of an import: people, seats, audit and progress in one transaction, held against what was read. If
 * somebody was changed meanwhile, it reads and decides again; if somebody else applied the chunk, it goes on behind it.
 */
export async function applyImportChunk(job: ImportJob, header: Import, columns: ReadonlySet<SubscriptionId>): Promise<Advanced> {
  const ahead: Ahead = { people: new Set(), settles: new Set() };
  const outcome: Result<Advanced, never> = await untilDecided(() => attempt({ job, header, columns, ahead }));
  return outcome.ok ? outcome.value : undefined;
}

async function attempt(doing: Doing): Promise<Attempt<Advanced, never>> {
  const { stores, importId, tenantId } = doing.job;
  const [tenant, header, chunk] = await Promise.all([
    stores.readTenant(),
    stores.readImport(importId),
    stores.readImportChunk(importId, doing.header.chunksDone),
  ]);
  if (tenant === undefined || header === undefined) return ok(undefined);
  if (header.chunksDone !== doing.header.chunksDone) return ok(header);
  if (chunk === undefined) throw new Error(`Chunk ${header.chunksDone} of the import ${importId} of ${tenantId} is not there.`);
  return write({ ...doing, header }, chunk);
}

async function write(doing: Doing, { number, rows }: ImportChunk): Promise<Attempt<Advanced, never>> {
  const { applied, revisions } = await decide(doing, rows);
  const groups = slicesOf(applied.changed, oneTransaction({ items: PEOPLE_AND_SEATS, characters: CHARACTERS_PER_AUDIT }));
  // Almost always one group. More are needed where the people touch very many subscriptions: those before the last are
  // written ahead, and are found unchanged if the rest has to be repeated.
  for (const group of groups.slice(0, -1)) {
    const outcome = await doing.job.stores.commit([{ change: 'require-tenant' }, ...changesOf(doing.job, group, revisions)]);
    if (!outcome.ok) return 'lost-race';
    for (const { person } of group) doing.ahead.people.add(person.personId);
    for (const reassignmentId of settledBy(group)) doing.ahead.settles.add(reassignmentId);
  }
  const after = advanced(doing, applied);
  const { imported, unchanged } = countsOf(doing, applied);
  const outcome = await doing.job.stores.commit([
    { change: 'require-tenant' },
    { change: 'finish-import-chunk', importId: doing.job.importId, number, imported, unchanged, rejected: applied.rejected },
    { change: 'advance-import', import: after, chunksDone: doing.header.chunksDone },
    ...changesOf(doing.job, groups.at(-1) ?? [], revisions),
  ]);
  return outcome.ok ? ok(after) : 'lost-race';
}

type Revisions = ReadonlyMap<PersonId, number>;

async function decide(
  { job, columns }: Doing,
  rows: readonly ImportRow[],
): Promise<{ readonly applied: AppliedRows; readonly revisions: Revisions }> {
  const [stored, subscriptions] = await Promise.all([job.stores.readPeople(rows.map(personIdOf)), job.stores.readSubscriptions()]);
  const people = new Map<PersonId, Person>(stored.map((person) => [person.personId, withoutRevision<Person>(person)]));
  const known = new Set(subscriptions.map(({ subscriptionId }) => subscriptionId));
  return {
    applied: appliedRows({ rows, people, known, columns }),
    revisions: new Map(stored.map(({ personId, revision }) => [personId, revision])),
  };
}

function changesOf({ ports, actor, importId }: ImportJob, changed: readonly ChangedPerson[], revisions: Revisions): readonly Change[] {
  if (changed.length === 0) return [];
  const people = changed.map(
    ({ person }): Change => ({ change: 'put-person', person, revision: revisions.get(person.personId) ?? 'absent' }),
  );
  const deltas = sumOfSeatDeltas(changed.map(({ before, person }) => seatDeltas(before, person)));
  const seats = [...deltas].map(([subscriptionId, kinds]): Change => ({ change: 'take-seats', subscriptionId, seats: kinds }));
  const before = changed.flatMap((each) => each.before ?? []);
  const after = changed.map(({ person }) => person);
  return [...people, ...seats, audited(ports, actor, { action: 'people-imported', subject: importId, before, after })];
}

function advanced(doing: Doing, applied: AppliedRows): Import {
  const { header } = doing;
  const { imported, unchanged } = countsOf(doing, applied);
  const chunksDone = header.chunksDone + 1;
  const settles = [...new Set([...(header.settles ?? []), ...doing.ahead.settles, ...settledBy(applied.changed)])];
  return {
    ...header,
    status: chunksDone < header.chunks ? 'running' : 'done',
    chunksDone,
    imported: header.imported + imported,
    unchanged: header.unchanged + unchanged,
    ignored: header.ignored + applied.ignored,
    rejected: [...header.rejected, ...applied.rejected].slice(0, REJECTIONS_KEPT),
    rejectedCount: header.rejectedCount + applied.rejected.length,
    ...(settles.length > 0 && { settles }),
  };
}

/** Whoever this chunk wrote ahead was imported, although a second look finds nothing to change. */
function countsOf({ ahead }: Doing, { changed, unchanged }: AppliedRows): { readonly imported: number; readonly unchanged: number } {
  const repeated = unchanged.filter((personId) => ahead.people.has(personId)).length;
  return { imported: changed.length + repeated, unchanged: unchanged.length - repeated };
}
