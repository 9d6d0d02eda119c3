import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import { keyOf, partitionOf } from '#adapters/dynamodb/keys.ts';
import { ttlAfter } from '#adapters/dynamodb/lifetimes.ts';
import type { KeptEntry } from '#domain/audit/chain-link.ts';
import { AUDIT_KEPT_DAYS } from '#domain/audit/entry-age.ts';
import type { TenantId } from '#domain/ids.ts';
import { creation, type Effect } from './effect.ts';
import { isOf } from './item.ts';
import type { MemoryTable } from './table.ts';

/** U1. Appends: no change replaces or deletes an entry. */
export function auditEffect(t: TenantId, { entry }: ChangeOf<'append-audit'>): Effect {
  return creation({ ...keyOf.audit(t, entry.entryId), noun: 'audit', value: entry, ttl: ttlAfter(entry.at, AUDIT_KEPT_DAYS) });
}

type EntriesAsked = { readonly after: string; readonly through: string; readonly limit: number };

/** U2. Entries as they are kept, in the order of their ids: up to `limit` of those behind `after`. */
export function readAuditEntries(table: MemoryTable, t: TenantId, { after, through, limit }: EntriesAsked): readonly KeptEntry[] {
  const entries = table.within(partitionOf.audit(t)).filter(({ sk }) => sk > after && sk <= through);
  return entries.slice(0, limit).flatMap((item) => (isOf('audit', item) ? [{ entryId: item.sk, content: { ...item.value } }] : []));
}

/** U2. How many entries there are behind `after`. */
export function countAuditEntries(table: MemoryTable, t: TenantId, { after }: Pick<EntriesAsked, 'after'>): number {
  return table.within(partitionOf.audit(t)).filter(({ sk }) => sk > after).length;
}
