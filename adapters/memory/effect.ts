import { isDeepStrictEqual } from 'node:util';
import type { Key } from '#adapters/dynamodb/keys.ts';
import type { Instant } from '#domain/days/instant.ts';
import { type Item, type ItemOf, isOf } from './item.ts';
import { kept } from './kept.ts';

/** What a change does to its one item: under which condition, and what is there afterwards. */
export type Effect = {
  readonly key: Key;
  /** Whether the condition holds of the item as it is; undefined where there is none. */
  readonly holds: (item: Item | undefined) => boolean;
  /** The item afterwards; undefined once it is deleted. Asked only when all conditions of the commit hold. */
  readonly after: (item: Item | undefined) => Item | undefined;
  /** The moment that the item tells beside the change itself: a commit that is repeated at another one is another commit. */
  readonly dated?: Instant;
};

/** Writes an item where there is none. */
export function creation(item: Item): Effect {
  return { key: item, holds: (existing) => existing === undefined, after: () => item };
}

/** Writes the whole item, over what is there unless `holds` refuses it. */
export function replacement<Noun extends Item['noun']>(
  item: Item & ItemOf<Noun>,
  noun: Noun,
  holds: (existing: ItemOf<Noun> | undefined) => boolean,
): Effect {
  return { key: item, holds: (existing) => holds(isOf(noun, existing) ? existing : undefined), after: () => item };
}

type OfExisting<Noun extends Item['noun']> = {
  readonly holds: (item: ItemOf<Noun>) => boolean;
  /** @default the item stays as it is */
  readonly after?: (item: ItemOf<Noun>) => Item | undefined;
};

/** Changes an item that exists, or only holds something of it; refused where there is none. */
export function ofExisting<Noun extends Item['noun']>(noun: Noun, key: Key, { holds, after }: OfExisting<Noun>): Effect {
  return {
    key,
    holds: (item) => isOf(noun, item) && holds(item),
    after: (item) => (after !== undefined && isOf(noun, item) ? after(item) : item),
  };
}

/** Deletes an item that exists. */
export function deletion<Noun extends Item['noun']>(noun: Noun, key: Key, holds: (item: ItemOf<Noun>) => boolean): Effect {
  return ofExisting(noun, key, { holds, after: () => undefined });
}

/** Whether two values are kept as the same one. */
export function isSameValue(left: unknown, right: unknown): boolean {
  return isDeepStrictEqual(kept(left), kept(right));
}
