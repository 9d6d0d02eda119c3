import { type Key, keyOf, type PREFIX, partitionOf } from '#adapters/dynamodb/keys.ts';
import type { TenantId } from '#domain/ids.ts';
import type { Snapshot, StoredTenant } from '#use-cases/stored.ts';
import { type Item, isOf, type ValueOf } from './item.ts';
import type { MemoryTable } from './table.ts';

/** What is kept of one noun under a key. */
export function readNoun<Noun extends Item['noun']>(table: MemoryTable, noun: Noun, key: Key): ValueOf<Noun> | undefined {
  const item = table.get(key);
  return isOf(noun, item) ? item.value : undefined;
}

/** The tenant, or undefined once it is hidden: to everybody but the purge it is gone. */
export function readTenant(table: MemoryTable, t: TenantId): StoredTenant | undefined {
  const item = table.get(keyOf.tenant(t));
  return isOf('tenant', item) && item.hiddenAt === undefined ? item.value : undefined;
}

/** C3. Everything one check or plan reads, each noun in ascending order of id. */
export function readSnapshot(table: MemoryTable, t: TenantId): Snapshot | undefined {
  const tenant = readTenant(table, t);
  if (tenant === undefined) return undefined;
  const usage = readNoun(table, 'latest-usage', keyOf.latestUsage(t));
  return {
    tenant,
    subscriptions: readAll(table, t, 'subscription'),
    people: readAll(table, t, 'person'),
    recipients: readAll(table, t, 'recipient'),
    partners: readAll(table, t, 'partner'),
    ...(usage !== undefined && { usage }),
  };
}

/** All of one noun in the tenant's own partition, in ascending order of id. */
export function readAll<Noun extends keyof typeof PREFIX>(table: MemoryTable, t: TenantId, noun: Noun): readonly ValueOf<Noun>[] {
  return table.within(partitionOf.tenant(t)).flatMap((item) => (isOf(noun, item) ? [item.value] : []));
}
