import * as z from 'zod';
import type { ChainLink } from '#domain/audit/chain-link.ts';
import type { Instant } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import type { ChangeOf } from './change-of.ts';
import { isNew } from './conditions.ts';
import { chainRange, keyOf, partitionOf } from './keys.ts';
import { KEPT_DAYS, ttlAfter } from './lifetimes.ts';
import { queryPage, type RawItem, type Table } from './table.ts';
import { put, type Write } from './writes.ts';

const chainLink: z.ZodType<ChainLink> = z.object({
  number: z.number(),
  entryId: z.string(),
  entryHash: z.string(),
  previous: z.exactOptional(z.object({ entryId: z.string(), hash: z.string() })),
  hash: z.string(),
});

/** U2. A number exists once. The TTL is set when the link is written, so it never leaves before its entry. */
export function chainWrite(t: TenantId, { link }: ChangeOf<'append-chain-link'>, now: Instant): Write {
  return put({ ...keyOf.chainLink(t, link.number), ...link, ttl: ttlAfter(now, KEPT_DAYS.audit) }, isNew);
}

/** The link with the largest number there is. */
export async function readChainHead(table: Table, t: TenantId): Promise<ChainLink | undefined> {
  const { items } = await queryPage(table, { ...linksFrom(t, 1), ScanIndexForward: false, Limit: 1 });
  return items.map(fromChainItem)[0];
}

type LinksAsked = { readonly from: number; readonly limit: number };

/** Links from a number on, in order: up to `limit`, or as many as one query reads (a megabyte: some two thousand). */
export async function readChainLinks(table: Table, t: TenantId, { from, limit }: LinksAsked): Promise<readonly ChainLink[]> {
  const { items } = await queryPage(table, { ...linksFrom(t, from), Limit: limit });
  return items.map(fromChainItem);
}

function linksFrom(t: TenantId, from: number) {
  const { first, last } = chainRange(from);
  return {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
    ExpressionAttributeValues: { ':pk': partitionOf.chain(t), ':first': first, ':last': last },
    ConsistentRead: true,
  };
}

/** What is no link, or none any more, is read as one whose hash is wrong: to find it is what a proof is for. */
function fromChainItem(item: RawItem): ChainLink {
  const number = /^\d+$/.test(String(item['sk'])) ? Number(item['sk']) : 0;
  const read = chainLink.safeParse(item);
  return read.success && read.data.number === number ? read.data : { number, entryId: '', entryHash: '', hash: '' };
}
