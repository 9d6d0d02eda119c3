import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import { chainRange, keyOf, partitionOf } from '#adapters/dynamodb/keys.ts';
import { ttlAfter } from '#adapters/dynamodb/lifetimes.ts';
import type { ChainLink } from '#domain/audit/chain-link.ts';
import { AUDIT_KEPT_DAYS } from '#domain/audit/entry-age.ts';
import type { Instant } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import { creation, type Effect } from './effect.ts';
import { isOf } from './item.ts';
import type { MemoryTable } from './table.ts';

/** U2. A number exists once. */
export function chainEffect(t: TenantId, { link }: ChangeOf<'append-chain-link'>, now: Instant): Effect {
  const item = { ...keyOf.chainLink(t, link.number), noun: 'chain-link', value: link, ttl: ttlAfter(now, AUDIT_KEPT_DAYS) } as const;
  return { ...creation(item), dated: now };
}

/** The link with the largest number there is. */
export function readChainHead(table: MemoryTable, t: TenantId): ChainLink | undefined {
  return linksFrom(table, t, 1).at(-1);
}

/** Links from a number on, in order, up to `limit`. */
export function readChainLinks(table: MemoryTable, t: TenantId, { from, limit }: { from: number; limit: number }): readonly ChainLink[] {
  return linksFrom(table, t, from).slice(0, limit);
}

function linksFrom(table: MemoryTable, t: TenantId, from: number): readonly ChainLink[] {
  const { first, last } = chainRange(from);
  const links = table.within(partitionOf.chain(t)).filter(({ sk }) => sk >= first && sk <= last);
  return links.flatMap((item) => (isOf('chain-link', item) ? [item.value] : []));
}
