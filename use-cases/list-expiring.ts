import { addDays } from '#domain/days/day.ts';
import { latestDayAt } from '#domain/days/instant.ts';
import type { Page, PageRequest, Ports } from './ports.ts';
import type { ListedTenant } from './stored.ts';

type Asked = { readonly withinDays: number; readonly page: PageRequest };

/**
 * D9. The tenants in which somebody loses access within so many days: soonest first, then most people. It is what each tenant's
 * last check found, read from the index alone. Whatever zone a tenant is in, it is not missed: days are counted from the day
 * that is furthest on anywhere, so a tenant further west may stand here up to two days before its time.
 */
export function listExpiring({ stores, clock }: Pick<Ports, 'stores' | 'clock'>, { withinDays, page }: Asked): Promise<Page<ListedTenant>> {
  return stores.listTenants({ ...page, lossThrough: addDays(latestDayAt(clock.now()), withinDays) });
}
