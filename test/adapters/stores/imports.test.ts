import { describe, expect, it } from 'vitest';
import { idOf } from '#domain/ids.ts';
import type { Import, ImportRow } from '#domain/imports/import.ts';
import { aPerson, assignmentsOf } from '#test/support/builders.ts';
import { ACME, EITHER_STORES, momentOf, NOW } from '#test/support/stores.ts';
import type { Change } from '#use-cases/change.ts';

const ID = idOf.import('01IMPORT');
const running: Import = {
  importId: ID,
  startedBy: 'arn:aws:iam::1:user/anna',
  startedAt: NOW,
  status: 'running',
  chunks: 2,
  chunksDone: 0,
  columns: [idOf.subscription('Sub1')],
  imported: 0,
  unchanged: 0,
  ignored: 2,
  absent: 1,
  rejected: [{ row: 7, reason: 'no-email', detail: 'Row 7 has no e-mail address.' }],
  rejectedCount: 1,
};
const start: Change = { change: 'start-import', import: running };
const advance = (overrides: Partial<Import>, chunksDone = 0): Change => ({
  change: 'advance-import',
  import: { ...running, ...overrides },
  chunksDone,
});

describe.each(EITHER_STORES)('imports %s', (_where, openStores) => {
  const { acme, stores, setNow, write, refuse } = openStores();
  const rows: readonly ImportRow[] = [
    {
      row: 2,
      personId: idOf.person('a@acme.example'),
      name: 'A',
      email: 'a@acme.example',
      assignments: assignmentsOf({ Sub1: 'premium-agent' }),
    },
    { row: 3, personId: idOf.person('b@acme.example'), name: 'B', email: 'b@acme.example', department: 'Sales', assignments: [] },
    { path: 'people[3]', person: aPerson({ holds: { Sub2: 'wfo' } }) },
  ];

  describe('an import', () => {
    it('is read as it was started, and started once', async () => {
      await write(start);
      await refuse([start]);
      expect(await acme().readImport(ID)).toEqual(running);
      expect(await acme().readImport(idOf.import('other'))).toBeUndefined();
    });

    it('goes on under the number of chunks it was read with', async () => {
      await refuse([advance({ chunksDone: 1 })]);
      await write(start);
      await refuse([advance({ chunksDone: 1 }, 1)]);
      await write(advance({ chunksDone: 1, imported: 70 }));
      expect(await acme().readImport(ID)).toEqual({ ...running, chunksDone: 1, imported: 70 });
    });

    it('is swept five minutes after it was last heard of, until it is done', async () => {
      const found = [{ unfinished: 'import', tenantId: ACME, importId: ID }];
      await write(start);
      expect(await stores().unfinished(momentOf('2026-12-02T07:05:00Z'))).toEqual(found);
      setNow(momentOf('2026-12-02T09:00:00Z'));
      await write(advance({ chunksDone: 1 }));
      expect(await stores().unfinished(momentOf('2026-12-02T09:04:59Z'))).toEqual([]);
      expect(await stores().unfinished(momentOf('2026-12-02T09:05:00Z'))).toEqual(found);
      await write(advance({ chunksDone: 2, status: 'done' }, 1));
      expect(await stores().unfinished(momentOf('2027-12-02T09:05:00Z'))).toEqual([]);
    });
  });

  describe('the chunks of an import', () => {
    const put: Change = { change: 'put-import-chunk', importId: ID, number: 0, rows };
    const finish: Change = {
      change: 'finish-import-chunk',
      importId: ID,
      number: 0,
      imported: 2,
      unchanged: 1,
      rejected: running.rejected,
    };

    it('keep rows of files and entries of JSON as they came', async () => {
      await write(put);
      expect(await acme().readImportChunk(ID, 0)).toEqual({ number: 0, rows });
      expect(await acme().readImportChunk(ID, 1)).toBeUndefined();
    });

    it('are finished once, and not written anew afterwards', async () => {
      await refuse([finish]);
      await write(put);
      await write(put);
      await write(finish);
      await refuse([finish]);
      await refuse([put]);
      expect(await acme().readImportChunk(ID, 0)).toEqual({
        number: 0,
        rows,
        finished: { imported: 2, unchanged: 1, rejected: running.rejected },
      });
    });
  });
});
