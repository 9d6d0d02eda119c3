/** C1. Over how many partitions each index is spread, so that no single one has to take every write. */
const SHARDS = 16;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The shard of an id, `00` to `15`: the FNV-1a hash of its characters, the same on every machine and for ever. */
export function shardOf(id: string): string {
  let hash = FNV_OFFSET;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), FNV_PRIME);
  return shardName((hash >>> 0) % SHARDS);
}

/** Every shard, for a query of a whole index. */
export const ALL_SHARDS: readonly string[] = Array.from({ length: SHARDS }, (_, shard) => shardName(shard));

function shardName(shard: number): string {
  return String(shard).padStart(2, '0');
}
