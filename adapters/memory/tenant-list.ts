import { placeAfter, tenantAt } from '#adapters/dynamodb/tenant-place.ts';
import { byId } from '#domain/ids.ts';
import type { Page, TenantsRequest } from '#use-cases/ports.ts';
import type { ListedTenant } from '#use-cases/stored.ts';
import { type Item, isOf } from './item.ts';
import { type Placed, pageAscending } from './lists.ts';
import type { MemoryTable } from './table.ts';
import { ALL_TENANTS } from './tenants.ts';

/** A page of the tenants, soonest loss of access first, then most people, as the index has them. */
export function listTenants(table: MemoryTable, request: TenantsRequest): Page<ListedTenant> {
  const { lossThrough } = request;
  const listed = table
    .indexed('listed')
    .flatMap(listedTenant)
    .filter(({ place }) => lossThrough === undefined || place < placeAfter(lossThrough));
  return pageAscending(
    listed.toSorted((left, right) => byId(left.place, right.place)),
    request,
  );
}

function listedTenant(item: Item): readonly Placed<ListedTenant>[] {
  if (!isOf('tenant', item) || item.listed?.list !== ALL_TENANTS) return [];
  const { counts } = item.value;
  const { place } = item.listed;
  return [{ place, noun: { ...tenantAt(place), ...(counts !== undefined && { counts }) } }];
}
