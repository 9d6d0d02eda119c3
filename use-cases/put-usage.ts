import type { Actor } from '#domain/audit/entry.ts';
import { dayIn } from '#domain/days/instant.ts';
import { daysOfMonth } from '#domain/days/month.ts';
import type { TenantId } from '#domain/ids.ts';
import { usedByType } from '#domain/liability/account.ts';
import type { MonthUsage } from '#domain/liability/usage.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { audited } from './audited.ts';
import type { Change } from './change.ts';
import type { Ports, TenantStores } from './ports.ts';
import {
  type IfMatch,
  type InvalidField,
  invalidField,
  matches,
  type PreconditionFailed,
  type TenantNotFound,
  type UnknownSubscriptionAt,
} from './refusals.ts';
import type { StoredTenant } from './stored.ts';
import { type Attempt, untilDecided } from './until-decided.ts';

type Put = { readonly actor: Actor; readonly tenantId: TenantId; readonly usage: MonthUsage; readonly ifMatch: IfMatch };
type Refusal = TenantNotFound | PreconditionFailed | UnknownSubscriptionAt | InvalidField;

/** D17. Enters what was used in a month, in place of what was entered of it before; a month that is not yet begun is refused. */
export function putUsage(ports: Ports, put: Put): Promise<Result<undefined, Refusal>> {
  return untilDecided(() => attempt(ports, put));
}

async function attempt(ports: Ports, { actor, tenantId, usage, ifMatch }: Put): Promise<Attempt<undefined, Refusal>> {
  const stores = ports.stores.storesFor(tenantId);
  const [tenant, before] = await Promise.all([stores.readTenant(), stores.readUsage(usage.month)]);
  if (tenant === undefined) return refused({ reason: 'tenant-not-found' });
  if (!matches(before?.revision, ifMatch)) return refused({ reason: 'precondition-failed' });
  const wrong = isAhead(ports, tenant, usage) ?? (await unknownIn(stores, usage));
  if (wrong !== undefined) return refused(wrong);
  const outcome = await stores.commit([
    { change: 'require-tenant' },
    { change: 'put-usage', usage, revision: before?.revision ?? 'absent' },
    ...(await asLatest(stores, usage)),
    audited(ports, actor, { action: 'usage-entered', subject: usage.month, before, after: usage }),
  ]);
  if (!outcome.ok) return 'lost-race';
  await ports.queues.requestCheck({ tenantId, because: 'write', requestedAt: ports.clock.now() });
  return ok(undefined);
}

function isAhead({ clock }: Pick<Ports, 'clock'>, { timeZone }: StoredTenant, { month }: MonthUsage): InvalidField | undefined {
  const today = dayIn(timeZone, clock.now());
  if (daysOfMonth(month).first <= today) return undefined;
  return invalidField('month', `Must not be after the running month, ${today.slice(0, 'YYYY-MM'.length)}.`);
}

async function unknownIn(stores: TenantStores, { items }: MonthUsage): Promise<UnknownSubscriptionAt | undefined> {
  const known = new Set((await stores.readSubscriptions()).map(({ subscriptionId }) => subscriptionId));
  const place = items.findIndex(({ subscriptionId }) => !known.has(subscriptionId));
  const unknown = items[place];
  return unknown && { reason: 'unknown-subscription', subscriptionId: unknown.subscriptionId, path: `items[${place}].subscriptionId` };
}

/**
 * D19. The latest month is kept beside the tenant, in the same transaction. It only ever moves on: nobody deletes a month, and
 * the condition holds that no later one has come meanwhile.
 */
async function asLatest(stores: TenantStores, { month, items }: MonthUsage): Promise<readonly Change[]> {
  const latest = await stores.readLatestUsage();
  if (latest !== undefined && latest.month > month) return [];
  return [{ change: 'keep-latest-usage', usage: { month, used: usedByType(items) } }];
}
