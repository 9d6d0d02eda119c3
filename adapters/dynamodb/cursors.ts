import * as z from 'zod';
import { InvalidCursor } from '#use-cases/invalid-cursor.ts';

const position = z.strictObject({ after: z.string().min(1).max(1024) });

/** A cursor: the sort key after which a list goes on, opaque to everybody else. It names no partition, so it leads into nobody else's. */
export function cursorAfter(sortKey: string): string {
  return Buffer.from(JSON.stringify({ after: sortKey })).toString('base64url');
}

/**
 * The sort key a cursor stands for; undefined without a cursor.
 * @throws InvalidCursor when it is none of ours.
 */
export function sortKeyOf(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const read = position.safeParse(jsonOf(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!read.success) throw new InvalidCursor();
  return read.data.after;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new InvalidCursor({ cause: error });
    throw error;
  }
}
