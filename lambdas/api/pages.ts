import { fromCursor } from '#contract/lists.ts';
import { InvalidCursor } from '#use-cases/invalid-cursor.ts';
import type { PageRequest } from '#use-cases/ports.ts';

type Query = { readonly limit: number; readonly cursor?: string | undefined };

/** The page a query asks a store for: the store reads its own cursors. */
export function pageOf({ limit, cursor }: Query): PageRequest {
  return { limit, ...(cursor !== undefined && { cursor }) };
}

/** The place in a list that a cursor of ours stands for. @throws InvalidCursor */
export function placeOf({ cursor }: Query): number {
  const place = Number(cursor === undefined ? 0 : fromCursor(cursor));
  if (!Number.isSafeInteger(place) || place < 0) throw new InvalidCursor();
  return place;
}
