import { stringify } from 'csv-stringify/sync';
import type { ControlHubRow } from '#domain/reassignments/control-hub-rows.ts';

const EMAIL = 'User ID/Email (Required)';

/** R1. The file for Control Hub's "add and remove services" import: UTF-8 with BOM and CRLF, as Control Hub writes its own. */
export function controlHubImport({
  columns,
  rows,
}: {
  readonly columns: readonly string[];
  readonly rows: readonly ControlHubRow[];
}): string {
  const lines = rows.map(({ email, cells }) => [email, ...cells]);
  return stringify([[EMAIL, ...columns], ...lines], { bom: true, record_delimiter: 'windows' });
}
