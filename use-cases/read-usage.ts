import { daysOfMonth } from '#domain/days/month.ts';
import type { TenantId } from '#domain/ids.ts';
import { type Account, accountOf } from '#domain/liability/account.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Ports } from './ports.ts';
import { readContracts } from './read-contracts.ts';
import type { TenantNotFound, UsageNotFound } from './refusals.ts';

type Asked = { readonly tenantId: TenantId; readonly month: string };

/** D16, D17. What was used in a month, held against the tenant's commitments on its last day; and the revision of what was entered. */
export async function readUsage(
  ports: Pick<Ports, 'stores' | 'clock'>,
  { tenantId, month }: Asked,
): Promise<Result<Account & { readonly revision: number }, TenantNotFound | UsageNotFound>> {
  const contracts = await readContracts(ports, tenantId);
  if (!contracts.ok) return contracts;
  const usage = await ports.stores.storesFor(tenantId).readUsage(month);
  if (usage === undefined) return refused({ reason: 'usage-not-found' });
  return ok({ ...accountOf(usage.items, { ...contracts.value, day: daysOfMonth(month).last }), revision: usage.revision });
}
