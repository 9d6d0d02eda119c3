import * as z from 'zod';
import { OPEN_END } from '#domain/days/day.ts';
import type { Page, TenantsRequest } from '#use-cases/ports.ts';
import type { ListedTenant } from '#use-cases/stored.ts';
import { placeholders } from './conditions.ts';
import { sortKeyOf } from './cursors.ts';
import { INDEX } from './keys.ts';
import { pageOf } from './lists.ts';
import { ALL_SHARDS } from './shards.ts';
import { parsed } from './stored.ts';
import { queryPage, type RawItem, type Table } from './table.ts';
import { placeAfter, tenantAt } from './tenant-place.ts';
import { tenantCounts } from './tenants.ts';

const entry = z.object({ tenantsSk: z.string(), counts: z.exactOptional(tenantCounts) });

/**
 * A page of the tenants, soonest loss of access first, then most people: each shard is asked for a page, the first of them all
 * are shown. The sort key ends with the tenant's id, so the place in one shard is a place in every shard. Only the index is read.
 */
export async function listTenants(table: Table, request: TenantsRequest): Promise<Page<ListedTenant>> {
  const places = placesOf(request);
  if (places.first > places.last) return { items: [] };
  const shards = await Promise.all(ALL_SHARDS.map((shard) => queryShard(table, { shard, places, limit: request.limit })));
  const items = shards.flat().toSorted((left, right) => (String(left[INDEX.tenants.sk]) < String(right[INDEX.tenants.sk]) ? -1 : 1));
  return pageOf({ items, more: false, request, sortKey: INDEX.tenants.sk, fromItem: listedTenant });
}

type Places = { readonly first: string; readonly last: string };

/** Where a page may begin and where the list ends. No id holds a `!`, which sorts before whatever an id could go on with. */
function placesOf({ cursor, lossThrough }: TenantsRequest): Places {
  const after = sortKeyOf(cursor);
  return { first: after === undefined ? '0' : `${after}!`, last: placeAfter(lossThrough ?? OPEN_END) };
}

type Shard = { readonly shard: string; readonly places: Places; readonly limit: number };

async function queryShard(table: Table, { shard, places: { first, last }, limit }: Shard): Promise<readonly RawItem[]> {
  const { name, pk, sk } = INDEX.tenants;
  const say = placeholders();
  const inShard = `${say.path(pk)} = ${say.value(`TENANTS#${shard}`)}`;
  const KeyConditionExpression = `${inShard} AND ${say.path(sk)} BETWEEN ${say.value(first)} AND ${say.value(last)}`;
  const { items } = await queryPage(table, { IndexName: name, KeyConditionExpression, ...say.attributes(), Limit: limit + 1 });
  return items;
}

function listedTenant(item: RawItem): ListedTenant {
  const { tenantsSk, counts } = parsed(entry, item);
  return { ...tenantAt(tenantsSk), ...(counts !== undefined && { counts }) };
}
