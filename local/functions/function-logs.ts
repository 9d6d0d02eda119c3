import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** What the functions said, newest last, as lines of JSON; each names its function. */
export type FunctionLogs = {
  /** Takes over a worker's output, line by line. */
  readonly capture: (functionName: string, stream: Readable) => void;
  readonly add: (functionName: string, fields: Readonly<Record<string, unknown>>) => void;
  readonly lines: () => readonly string[];
};

/** About a day of an idle stack, or a few hundred thousand people moved; older lines are dropped. */
const LINES_KEPT = 20_000;

export function functionLogs(): FunctionLogs {
  const lines: string[] = [];
  const add = (functionName: string, fields: Readonly<Record<string, unknown>>): void => {
    lines.push(JSON.stringify({ function: functionName, ...fields }));
    if (lines.length > LINES_KEPT) lines.splice(0, LINES_KEPT / 10);
  };
  return {
    capture: (functionName, stream) => {
      createInterface({ input: stream }).on('line', (line) => add(functionName, fieldsOf(line)));
    },
    add,
    lines: () => [...lines],
  };
}

function fieldsOf(line: string): Readonly<Record<string, unknown>> {
  try {
    const fields: unknown = JSON.parse(line);
    return typeof fields === 'object' && fields !== null && !Array.isArray(fields) ? { ...fields } : { message: line };
  } catch (error) {
    if (error instanceof SyntaxError) return { message: line };
    throw error;
  }
}
