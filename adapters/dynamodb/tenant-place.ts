import { type Day, dayOf } from '#domain/days/day.ts';
import { idOf, type TenantId } from '#domain/ids.ts';

/** A tenant in the list of all tenants: the first day on which somebody loses access, and how many lose it that day. */
export type TenantPlace = { readonly tenantId: TenantId; readonly soonestLossOn: Day; readonly losing: number };

/** More people than any tenant has, with as many digits as a place has for them. */
const MOST = 999_999_999;

/**
 * Where a tenant stands in that list, as a text to sort by: the soonest loss first, then the most people, then by id. The number
 * is turned round, so that more sorts before fewer.
 */
export function placeOfTenant({ tenantId, soonestLossOn, losing }: TenantPlace): string {
  return `${soonestLossOn}#${String(MOST - Math.min(losing, MOST)).padStart(String(MOST).length, '0')}#${tenantId}`;
}

/** What a place in the list says of its tenant. */
export function tenantAt(place: string): TenantPlace {
  const [soonestLossOn = '', turnedRound = '', tenantId = ''] = place.split('#');
  return { tenantId: idOf.tenant(tenantId), soonestLossOn: dayOf(soonestLossOn), losing: MOST - Number(turnedRound) };
}

/** A text that sorts before every place of a later day, and after every place of that day and before. */
export function placeAfter(day: Day): string {
  return `${day}~`;
}
