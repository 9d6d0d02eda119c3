import { importAnswer, importBody, importQuery } from '../imports.ts';
import type { Operation } from './operation.ts';
import { INVALID, TENANT } from './shared.ts';

/** The routes of imports. */
export const importOperations = {
  startImport: {
    method: 'POST',
    path: `${TENANT}/imports`,
    summary: 'Import a Control Hub user export (text/csv), or subscriptions and people (JSON)',
    query: importQuery,
    body: importBody,
    takesCsv: true,
    answers: { 200: importAnswer, 202: importAnswer },
    problems: [...INVALID, 'tenant-not-found'],
  },
  getImport: {
    method: 'GET',
    path: `${TENANT}/imports/{importId}`,
    summary: 'How far an import is',
    answers: { 200: importAnswer },
    problems: ['tenant-not-found', 'import-not-found'],
  },
} as const satisfies Record<string, Operation>;
