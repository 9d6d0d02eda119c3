import { type Day, dayOf } from '#domain/days/day.ts';
import { byId } from '#domain/ids.ts';
import type { Page, PageRequest } from '#use-cases/ports.ts';
import type { ListedTenant } from '#use-cases/stored.ts';
import { type Item, isOf } from './item.ts';
import { type Placed, pageAscending } from './lists.ts';
import type { MemoryTable } from './table.ts';
import { ALL_TENANTS } from './tenants.ts';

/** A page of all tenants, soonest loss of access first, as the index has them. */
export function listTenants(table: MemoryTable, request: PageRequest): Page<ListedTenant> {
  const listed = table.indexed('listed').flatMap(listedTenant);
  return pageAscending(
    listed.toSorted((left, right) => byId(left.place, right.place)),
    request,
  );
}

function listedTenant(item: Item): readonly Placed<ListedTenant>[] {
  if (!isOf('tenant', item) || item.listed?.list !== ALL_TENANTS) return [];
  const { tenantId, counts } = item.value;
  return [
    { place: item.listed.place, noun: { tenantId, soonestLossOn: dayIn(item.listed.place), ...(counts !== undefined && { counts }) } },
  ];
}

/** A tenant's place begins with the day. */
function dayIn(place: string): Day {
  return dayOf(place.slice(0, 'YYYY-MM-DD'.length));
}
