import * as z from 'zod';

/** The longest part of a long array inside an answer; its count stands beside it. */
export const FIRST_ROWS = 200;

/** How many rows at once: 1 to 200. */
function pageLimit(unlessGiven: number) {
  const wrong = 'Must be a whole number from 1 to 200.';
  return z.coerce.number(wrong).int(wrong).min(1, wrong).max(FIRST_ROWS, wrong).default(unlessGiven);
}

/** `?limit=` (50 when absent) and `?cursor=` of every list. */
export const pageQuery = {
  limit: pageLimit(50),
  cursor: z.string().min(1).max(2048).optional(),
};

/** As of a list, for the long arrays inside an answer: their first 200 when no limit is given. */
export const rowsQuery = { ...pageQuery, limit: pageLimit(FIRST_ROWS) };

/** A list's answer. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().optional() });
}

/** A cursor that callers cannot read anything into. */
export function toCursor(position: string): string {
  return Buffer.from(position, 'utf8').toString('base64url');
}

/** The position a cursor stands for. */
export function fromCursor(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString('utf8');
}
