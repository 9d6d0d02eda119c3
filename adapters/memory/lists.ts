import { cursorAfter, sortKeyOf } from '#adapters/dynamodb/cursors.ts';
import { byId } from '#domain/ids.ts';
import type { Page, PageRequest } from '#use-cases/ports.ts';
import { type Item, isOf, type ValueOf } from './item.ts';
import type { MemoryTable } from './table.ts';

/** Something in its place in a list. */
export type Placed<Noun> = { readonly place: string; readonly noun: Noun };

/** A page of what is listed in ascending order of place, from the cursor on. */
export function pageAscending<Noun>(listed: readonly Placed<Noun>[], request: PageRequest): Page<Noun> {
  const from = sortKeyOf(request.cursor);
  return pageOf(from === undefined ? listed : listed.filter(({ place }) => place > from), request);
}

/** A page of what is listed in ascending order of place, the last of them first. */
export function pageDescending<Noun>(listed: readonly Placed<Noun>[], request: PageRequest): Page<Noun> {
  const from = sortKeyOf(request.cursor);
  return pageOf((from === undefined ? listed : listed.filter(({ place }) => place < from)).toReversed(), request);
}

/** The first `limit`; `next` only when there is more. */
function pageOf<Noun>(listed: readonly Placed<Noun>[], { limit }: PageRequest): Page<Noun> {
  const shown = listed.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ noun }) => noun),
    ...(listed.length > limit && last !== undefined && { next: cursorAfter(last.place) }),
  };
}

/** What the index lists under one key, each noun as it is by now; what is gone by now is left out. */
export function listedIn<Noun extends Item['noun']>(
  table: MemoryTable,
  { list, noun }: { readonly list: string; readonly noun: Noun },
): readonly Placed<ValueOf<Noun>>[] {
  const entries = table.indexed('listed').flatMap((entry) => (entry.listed?.list === list ? [{ place: entry.listed.place, entry }] : []));
  return entries
    .toSorted((left, right) => byId(left.place, right.place))
    .flatMap(({ place, entry }) => {
      const item = table.get(entry);
      return isOf(noun, item) ? [{ place, noun: item.value }] : [];
    });
}
