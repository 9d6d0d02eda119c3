import { fromCursor, toCursor } from '#contract/lists.ts';
import { byId, ID_SHAPE } from '#domain/ids.ts';
import { InvalidCursor } from '#use-cases/invalid-cursor.ts';
import type { Page, PageRequest } from '#use-cases/ports.ts';

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

/** A page of a list that was read whole, in ascending order of id, with the cursor of the next one. @throws InvalidCursor */
export function pageById<Item>(all: readonly Item[], { limit, cursor }: Query, idOf: (item: Item) => string): Page<Item> {
  const after = idBefore({ cursor });
  const rest = all.filter((item) => byId(idOf(item), after) > 0).toSorted((left, right) => byId(idOf(left), idOf(right)));
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(last !== undefined && rest.length > limit && { next: toCursor(idOf(last)) }) };
}
