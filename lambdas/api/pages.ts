import { fromCursor } from '#contract/lists.ts';
import { ID_SHAPE } from '#domain/ids.ts';
import { InvalidCursor } from '#use-cases/invalid-cursor.ts';
import type { PageRequest } from '#use-cases/ports.ts';

type Query = { readonly limit: number; readonly cursor?: string | undefined };

/** The page a query asks a store for: the store reads its own cursors. */
export function pageOf({ limit, cursor }: Query): PageRequest {
  return { limit, ...(cursor !== undefined && { cursor }) };
}

/** The id after which a list that is ordered by ids goes on; the empty one is before all. @throws InvalidCursor */
export function idBefore({ cursor }: Pick<Query, 'cursor'>): string {
  if (cursor === undefined) return '';
  const id = fromCursor(cursor);
  if (!ID_SHAPE.test(id)) throw new InvalidCursor();
  return id;
}

/** The place in a list that a cursor of ours stands for. @throws InvalidCursor */
export function placeOf({ cursor }: Query): number {
  const place = Number(cursor === undefined ? 0 : fromCursor(cursor));
  if (!Number.isSafeInteger(place) || place < 0) throw new InvalidCursor();
  return place;
}
