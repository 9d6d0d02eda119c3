import * as z from 'zod';
import { dayOf } from '#domain/days/day.ts';
import { idOf } from '#domain/ids.ts';
import type { Page, PageRequest } from '#use-cases/ports.ts';
import type { ListedTenant } from '#use-cases/stored.ts';
import { placeholders } from './conditions.ts';
import { sortKeyOf } from './cursors.ts';
import { INDEX } from './keys.ts';
import { pageOf } from './lists.ts';
import { ALL_SHARDS } from './shards.ts';
import { parsed } from './stored.ts';
import { queryPage, type RawItem, type Table } from './table.ts';
import { tenantCounts } from './tenants.ts';

const entry = z.object({ tenantsSk: z.string(), counts: z.exactOptional(tenantCounts) });

/**
 * A page of all tenants, soonest loss of access first: each shard is asked for a page, the first of them all are shown.
 * The sort key ends with the tenant's id, so the place in one shard is a place in every shard.
 */
export async function listTenants(table: Table, request: PageRequest): Promise<Page<ListedTenant>> {
  const shards = await Promise.all(ALL_SHARDS.map((shard) => queryShard(table, shard, request)));
  const items = shards.flat().toSorted((left, right) => (String(left[INDEX.tenants.sk]) < String(right[INDEX.tenants.sk]) ? -1 : 1));
  return pageOf({ items, more: false, request, sortKey: INDEX.tenants.sk, fromItem: listedTenant });
}

async function queryShard(table: Table, shard: string, request: PageRequest): Promise<readonly RawItem[]> {
  const { name, pk, sk } = INDEX.tenants;
  const say = placeholders();
  const from = sortKeyOf(request.cursor);
  const inShard = `${say.path(pk)} = ${say.value(`TENANTS#${shard}`)}`;
  const KeyConditionExpression = from === undefined ? inShard : `${inShard} AND ${say.path(sk)} > ${say.value(from)}`;
  const { items } = await queryPage(table, { IndexName: name, KeyConditionExpression, ...say.attributes(), Limit: request.limit + 1 });
  return items;
}

function listedTenant(item: RawItem): ListedTenant {
  const { tenantsSk, counts } = parsed(entry, item);
  const [soonestLossOn = '', tenantId = ''] = tenantsSk.split('#');
  return { tenantId: idOf.tenant(tenantId), soonestLossOn: dayOf(soonestLossOn), ...(counts !== undefined && { counts }) };
}
