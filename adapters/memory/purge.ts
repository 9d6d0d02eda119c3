import { keyOf, partitionOf } from '#adapters/dynamodb/keys.ts';
import type { TenantId } from '#domain/ids.ts';
import { type Item, isOf } from './item.ts';
import type { MemoryTable } from './table.ts';

/** Items deleted in one call. */
const PAGE = 500;

/**
 * Deletes up to a page of what a hidden tenant held; true when nothing was left and the tenant's own item is gone, too.
 * The audit and its chain stay until they expire (U1, U2).
 * @throws Error when the tenant is not hidden: what is in sight is never purged.
 */
export function purge(table: MemoryTable, t: TenantId): boolean {
  const tenant = table.get(keyOf.tenant(t));
  if (isOf('tenant', tenant) && tenant.hiddenAt === undefined) {
    throw new Error(`The tenant ${t} was to be purged, but it is not deleted.`);
  }
  for (const partition of partitionsToEmpty(t)) {
    const others = table
      .within(partition)
      .slice(0, PAGE)
      .filter((item) => item !== tenant);
    for (const item of others) table.remove(item);
    if (others.length > 0) return false;
  }
  table.remove(keyOf.tenant(t));
  return true;
}

function partitionsToEmpty(t: TenantId): readonly string[] {
  const { audit: _audit, chain: _chain, ...others } = partitionOf;
  return Object.values(others).map((of) => of(t));
}

/** Deletes what has expired by a moment, as the table does some day: until then it is read like everything else. */
export function sweepExpired(table: MemoryTable, second: number): number {
  const expired = table.items().filter(({ ttl }: Item) => ttl !== undefined && ttl <= second);
  for (const item of expired) table.remove(item);
  return expired.length;
}
