import { controlHubImport } from '#adapters/csv/control-hub-import.ts';
import type { ControlHubFile } from '#use-cases/control-hub-file.ts';
import type { Answer } from './answer.ts';

/** R1. One file for Control Hub's import, and how many there are. */
export function csvAnswer({ columns, rows, part, parts, reassignmentId }: ControlHubFile): Answer {
  return {
    status: 200,
    body: controlHubImport({ columns, rows }),
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="control-hub-${reassignmentId}-${part}.csv"`,
      'lapsewatch-parts': String(parts),
    },
  };
}
