import type { Key } from '#adapters/dynamodb/keys.ts';
import { byId } from '#domain/ids.ts';
import type { Indexed, IndexName, Item } from './item.ts';
import { kept } from './kept.ts';

/** The items, by partition and sort key, and the sparse indexes of them. */
export type MemoryTable = {
  readonly get: (key: Key) => Item | undefined;
  /** Everything of one partition, in order of sort key. */
  readonly within: (partition: string) => readonly Item[];
  /** What the index holds: what it held when the indexes were stopped, while they are. */
  readonly indexed: (index: IndexName) => readonly Item[];
  readonly put: (item: Item) => void;
  readonly remove: (key: Key) => void;
  readonly items: () => readonly Item[];
  readonly holdIndexes: () => void;
  readonly releaseIndexes: () => void;
};

type Partition = { readonly items: Map<string, Item>; sorted?: readonly Item[] | undefined };
type Indexes = Readonly<Record<IndexName, Map<string, Item>>>;

const INDEXES = ['due', 'open', 'listed'] as const satisfies readonly (keyof Indexed)[];

/** An empty table. Every read finds the last write; only the indexes can be made to lag behind. */
export function memoryTable(): MemoryTable {
  const partitions = new Map<string, Partition>();
  const indexes: Indexes = { due: new Map(), open: new Map(), listed: new Map() };
  let held: Indexes | undefined;
  return {
    get: ({ pk, sk }) => partitions.get(pk)?.items.get(sk),
    within: (pk) => inOrder(partitions.get(pk)),
    indexed: (index) => [...(held ?? indexes)[index].values()],
    put: (item) => put(partitions, indexes, kept(item)),
    remove: (key) => remove(partitions, indexes, key),
    items: () => [...partitions.values()].flatMap(({ items }) => [...items.values()]),
    holdIndexes: () => {
      held = { due: new Map(indexes.due), open: new Map(indexes.open), listed: new Map(indexes.listed) };
    },
    releaseIndexes: () => {
      held = undefined;
    },
  };
}

function put(partitions: Map<string, Partition>, indexes: Indexes, item: Item): void {
  const partition: Partition = partitions.get(item.pk) ?? { items: new Map() };
  partitions.set(item.pk, partition);
  partition.items.set(item.sk, item);
  partition.sorted = undefined;
  for (const index of INDEXES) {
    if (item[index] === undefined) indexes[index].delete(keyIn(item));
    else indexes[index].set(keyIn(item), item);
  }
}

function remove(partitions: Map<string, Partition>, indexes: Indexes, key: Key): void {
  const partition = partitions.get(key.pk);
  if (partition === undefined) return;
  partition.items.delete(key.sk);
  partition.sorted = undefined;
  if (partition.items.size === 0) partitions.delete(key.pk);
  for (const index of INDEXES) indexes[index].delete(keyIn(key));
}

function inOrder(partition: Partition | undefined): readonly Item[] {
  if (partition === undefined) return [];
  partition.sorted ??= [...partition.items.values()].sort((left, right) => byId(left.sk, right.sk));
  return partition.sorted;
}

function keyIn({ pk, sk }: Key): string {
  return `${pk}\n${sk}`;
}
