import { readControlHubExport } from '#adapters/csv/control-hub-export.ts';
import { toImportEntries } from '#contract/import-entries.ts';
import { fromImport } from '#contract/imports.ts';
import type { apiOperations } from '#contract/operations.ts';
import { idOf } from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import type { Ports } from '#use-cases/ports.ts';
import { readImport } from '#use-cases/read-import.ts';
import { startImport } from '#use-cases/start-import.ts';
import { contentTag } from '../http/content-tag.ts';
import { tenantIdOf } from '../http/http-request.ts';
import { type Handlers, refuse } from '../http/router.ts';

type Routes = 'startImport' | 'getImport';

/** The routes of imports: a Control Hub export as a file, or entries as JSON. */
export function importRoutes(ports: Ports): Handlers<Pick<typeof apiOperations, Routes>> {
  return {
    startImport: async (request) => {
      const { body, file, actor, query } = request;
      const input = file === undefined ? ok(toImportEntries(body)) : readControlHubExport(file.text);
      if (!input.ok) return refuse(input.refusal);
      const started = await startImport(ports, { actor, tenantId: tenantIdOf(request), input: input.value, dryRun: query.dryRun });
      if (!started.ok) return refuse(started.refusal);
      return { status: started.value.status === 'done' ? 200 : 202, body: fromImport(started.value) };
    },
    getImport: async (request) => {
      const found = await readImport(ports, { tenantId: tenantIdOf(request), importId: idOf.import(request.params['importId'] ?? '') });
      if (!found.ok) return refuse(found.refusal);
      const body = fromImport(found.value);
      return { status: 200, body, headers: { etag: contentTag(body) } };
    },
  };
}
