import * as z from 'zod';
import type { Import } from '#domain/imports/import.ts';
import { idAnswer } from './fields.ts';
import { FIRST_ROWS } from './lists.ts';

/** Entries are held against the schemas of the PUTs one by one, so that a bad one does not stop the good ones. */
export const importBody = z.strictObject({
  subscriptions: z.array(z.unknown()).max(1000).optional(),
  people: z.array(z.unknown()).max(50_000).optional(),
});
export const importQuery = {
  dryRun: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .default(false),
};

/** `rejected` has the first 200, `rejectedCount` counts all. `row` is the line of a file, its header being 1. */
export const importAnswer = z.object({
  importId: idAnswer,
  status: z.enum(['running', 'done']),
  imported: z.int(),
  unchanged: z.int(),
  ignored: z.int(),
  absent: z.int(),
  rejected: z.array(z.object({ row: z.int().optional(), path: z.string().optional(), reason: z.string(), detail: z.string() })),
  rejectedCount: z.int(),
});

/** An import as the API says it, running or done. */
export function fromImport({
  importId,
  status,
  imported,
  unchanged,
  ignored,
  absent,
  rejected,
  rejectedCount,
}: Import): z.input<typeof importAnswer> {
  return {
    importId,
    status,
    imported,
    unchanged,
    ignored,
    absent,
    rejected: rejected.slice(0, FIRST_ROWS).map((each) => ({ ...each })),
    rejectedCount,
  };
}
