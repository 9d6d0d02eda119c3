import * as z from 'zod';
import type { Instant } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import type { FileRow, Import, PersonEntry, Rejection } from '#domain/imports/import.ts';
import type { ImportChunk } from '#use-cases/stored.ts';
import type { ChangeOf } from './change-of.ts';
import { absent, equals, exists, isNew } from './conditions.ts';
import { indexKeyOf, keyOf } from './keys.ts';
import { KEPT_DAYS, sweptFrom, ttlAfter } from './lifetimes.ts';
import { assignment, person } from './people.ts';
import { id, instant, oneOf, parsed } from './stored.ts';
import type { RawItem } from './table.ts';
import { type Item, put, update, type Write } from './writes.ts';

type ImportChange = ChangeOf<'start-import' | 'advance-import' | 'put-import-chunk' | 'finish-import-chunk'>;

const rejection: z.ZodType<Rejection> = z.object({
  row: z.exactOptional(z.number()),
  path: z.exactOptional(z.string()),
  reason: z.string(),
  detail: z.string(),
});

const header: z.ZodType<Import> = z.object({
  importId: id.import,
  startedBy: z.string(),
  startedAt: instant,
  status: oneOf<Import['status']>({ running: true, done: true }),
  chunks: z.number(),
  chunksDone: z.number(),
  columns: z.array(id.subscription),
  imported: z.number(),
  unchanged: z.number(),
  ignored: z.number(),
  absent: z.number(),
  rejected: z.array(rejection),
  rejectedCount: z.number(),
  settles: z.exactOptional(z.array(id.reassignment)),
});

const fileRow: z.ZodType<FileRow> = z.object({
  row: z.number(),
  personId: id.person,
  name: z.string(),
  email: z.string(),
  department: z.exactOptional(z.string()),
  assignments: z.array(assignment),
});

const personEntry: z.ZodType<PersonEntry> = z.object({ path: z.string(), person });

const importChunk: z.ZodType<ImportChunk> = z.object({
  number: z.number(),
  rows: z.array(z.union([fileRow, personEntry])),
  finished: z.exactOptional(z.object({ imported: z.number(), unchanged: z.number(), rejected: z.array(rejection) })),
});

export function fromImportItem(item: RawItem): Import {
  return parsed(header, item);
}

export function fromImportChunkItem(item: RawItem): ImportChunk {
  return parsed(importChunk, item);
}

/** An import's header; `open` to the tick until it is done. */
function toImportItem(t: TenantId, whole: Import, at: Instant): Item {
  const { importId, startedAt, status } = whole;
  return {
    ...keyOf.import(t, importId),
    ...whole,
    ...(status === 'running' && indexKeyOf.open(importId, sweptFrom(at))),
    ttl: ttlAfter(startedAt, KEPT_DAYS.import),
  };
}

/** What each change of an import and its chunks writes; `now` is when it was last heard of. */
export function importWrite(t: TenantId, change: ImportChange, now: Instant): Write {
  switch (change.change) {
    case 'start-import':
      return put(toImportItem(t, change.import, change.import.startedAt), isNew);
    case 'advance-import':
      return put(toImportItem(t, change.import, now), equals('chunksDone', change.chunksDone));
    case 'put-import-chunk': {
      const { importId, number, rows } = change;
      return put({ ...keyOf.importChunk(t, importId, number), number, rows, ttl: ttlAfter(now, KEPT_DAYS.import) }, absent('finished'));
    }
    case 'finish-import-chunk': {
      const { importId, number, imported, unchanged, rejected } = change;
      return update(
        keyOf.importChunk(t, importId, number),
        { set: [['finished', { imported, unchanged, rejected }]] },
        exists,
        absent('finished'),
      );
    }
  }
}
