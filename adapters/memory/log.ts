import type { Log } from '#use-cases/ports.ts';
import { kept } from './kept.ts';

export type LogLine = { readonly level: 'INFO' | 'WARN'; readonly message: string; readonly [field: string]: unknown };

/** A log that keeps its lines: everything that is looked for in them, a canary among it, is found there. */
export function memoryLog(): Log & { readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = [];
  const write =
    (level: LogLine['level']) =>
    (message: string, fields: Readonly<Record<string, unknown>> = {}) => {
      lines.push(kept({ ...fields, level, message }));
    };
  return { info: write('INFO'), warn: write('WARN'), lines };
}
