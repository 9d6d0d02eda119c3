import * as z from 'zod';
import type { Page, PageRequest } from '#use-cases/ports.ts';
import { placeholders } from './conditions.ts';
import { cursorAfter, sortKeyOf } from './cursors.ts';
import { INDEX, type Key } from './keys.ts';
import { parsed } from './stored.ts';
import { getItems, queryPage, type RawItem, type Table } from './table.ts';

const key: z.ZodType<Key> = z.object({ pk: z.string(), sk: z.string() });

type Listed<Noun> = { readonly partition: string; readonly request: PageRequest; readonly fromItem: (item: RawItem) => Noun };

/** A page of a partition whose sort keys are ULIDs, newest first. */
export async function newestFirst<Noun>(table: Table, { partition, request, fromItem }: Listed<Noun>): Promise<Page<Noun>> {
  const query = descending({ pk: 'pk', sk: 'sk', partition, request });
  const found = await queryPage(table, { ...query, ConsistentRead: true });
  return pageOf({ ...found, request, sortKey: 'sk', fromItem });
}

/** A page of what the index `tenants` lists under one key, newest first; the items themselves are read by key. */
export async function newestFirstIndexed<Noun>(table: Table, { partition, request, fromItem }: Listed<Noun>): Promise<Page<Noun>> {
  const { name, pk, sk } = INDEX.tenants;
  const entries = await queryPage(table, { ...descending({ pk, sk, partition, request }), IndexName: name });
  const page = pageOf({ ...entries, request, sortKey: sk, fromItem: (entry) => parsed(key, entry) });
  const found = new Map((await getItems(table, page.items)).map((item) => [`${item['pk']}\n${item['sk']}`, item]));
  const items = page.items.map((at) => found.get(`${at.pk}\n${at.sk}`)).filter((item) => item !== undefined);
  return { ...page, items: items.map(fromItem) };
}

/** What the index `tenants` lists under one key in one place; the item itself is read by key. */
export async function oneIndexed<Noun>(
  table: Table,
  { partition, place, fromItem }: { readonly partition: string; readonly place: string; readonly fromItem: (item: RawItem) => Noun },
): Promise<Noun | undefined> {
  const { name, pk, sk } = INDEX.tenants;
  const say = placeholders();
  const KeyConditionExpression = `${say.path(pk)} = ${say.value(partition)} AND ${say.path(sk)} = ${say.value(place)}`;
  const { items } = await queryPage(table, { IndexName: name, KeyConditionExpression, ...say.attributes() });
  const [found] = await getItems(
    table,
    items.map((entry) => parsed(key, entry)),
  );
  return found && fromItem(found);
}

type Asked = { readonly pk: string; readonly sk: string; readonly partition: string; readonly request: PageRequest };

/** One more than asked for is read, so that the last page is known to be the last. */
function descending({ pk, sk, partition, request }: Asked) {
  const say = placeholders();
  const from = sortKeyOf(request.cursor);
  const inPartition = `${say.path(pk)} = ${say.value(partition)}`;
  const KeyConditionExpression = from === undefined ? inPartition : `${inPartition} AND ${say.path(sk)} < ${say.value(from)}`;
  return { KeyConditionExpression, ...say.attributes(), ScanIndexForward: false, Limit: request.limit + 1 };
}

type Found<Noun> = {
  readonly items: readonly RawItem[];
  /** The query itself was cut short, at its limit or at a megabyte. */
  readonly more: boolean;
  readonly request: PageRequest;
  readonly sortKey: string;
  readonly fromItem: (item: RawItem) => Noun;
};

/** The first `limit` of what was found; `next` only when there is more. */
export function pageOf<Noun>({ items, more, request, sortKey, fromItem }: Found<Noun>): Page<Noun> {
  const shown = items.slice(0, request.limit);
  const last = shown.at(-1)?.[sortKey];
  return {
    items: shown.map(fromItem),
    ...((more || items.length > shown.length) && typeof last === 'string' && { next: cursorAfter(last) }),
  };
}
