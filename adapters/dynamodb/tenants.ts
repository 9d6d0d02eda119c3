import * as z from 'zod';
import { OPEN_END } from '#domain/days/day.ts';
import type { Instant } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import type { Assurance, Language, Mode, Tenant } from '#domain/tenants/tenant.ts';
import type { StoredTenant, TenantCounts } from '#use-cases/stored.ts';
import type { ChangeOf } from './change-of.ts';
import { absent, type Condition, equals, exists, isNew } from './conditions.ts';
import { indexKeyOf, keyOf } from './keys.ts';
import { sweptFrom } from './lifetimes.ts';
import { id, instant, oneOf, parsed } from './stored.ts';
import type { RawItem } from './table.ts';
import { toldMatters } from './told.ts';
import { check, type Item, put, replaced, update, type Write } from './writes.ts';

type TenantChange = ChangeOf<
  'create-tenant' | 'replace-tenant' | 'hide-tenant' | 'require-tenant' | 'change-subscriptions' | 'finish-check' | 'tell-tooling'
>;

/** As the index `tenants` answers them, too. */
export const tenantCounts: z.ZodType<TenantCounts> = z.object({
  subscriptions: z.number(),
  people: z.number(),
  covered: z.number(),
  stranded: z.number(),
  atRisk: z.number(),
});

const storedTenant: z.ZodType<StoredTenant> = z.object({
  tenantId: id.tenant,
  name: z.string(),
  timeZone: z.string(),
  language: oneOf<Language>({ en: true, de: true }),
  alertHour: z.number(),
  ladder: z.array(z.number()),
  marginDays: z.number(),
  mode: oneOf<Mode>({ 'control-hub': true, book: true, webex: true }),
  assurance: oneOf<Assurance>({ confirm: true, code: true }),
  heartbeat: z.boolean(),
  primaryOverride: z.exactOptional(id.subscription),
  revision: z.number(),
  nextCheckAt: instant,
  subscriptionsRevision: z.number(),
  checkedAt: z.exactOptional(instant),
  counts: z.exactOptional(tenantCounts),
  told: toldMatters,
  toldRevision: z.number(),
});

/** The tenant, or undefined once it is hidden: to everybody but the purge it is gone. */
export function fromTenantItem(item: RawItem): StoredTenant | undefined {
  return isHidden(item) ? undefined : parsed(storedTenant, item);
}

/** A deleted tenant stays until it is purged, out of sight. */
export function isHidden(item: RawItem): boolean {
  return item['hiddenAt'] !== undefined;
}

/** A tenant as it begins: due at `nextCheckAt`, listed last until its first check knows better. */
function toTenantItem(tenant: Tenant, nextCheckAt: Instant): Item {
  const { tenantId } = tenant;
  return {
    ...keyOf.tenant(tenantId),
    ...tenant,
    revision: 1,
    nextCheckAt,
    subscriptionsRevision: 0,
    told: {},
    toldRevision: 0,
    ...indexKeyOf.due(tenantId, nextCheckAt),
    ...indexKeyOf.tenants({ tenantId, soonestLossOn: OPEN_END, losing: 0 }),
  };
}

/** What each change of the tenant's own item writes; none of them, but the first, finds a hidden tenant. */
export function tenantWrite(t: TenantId, change: TenantChange): Write {
  const key = keyOf.tenant(t);
  switch (change.change) {
    case 'create-tenant':
      return put(toTenantItem(change.tenant, change.nextCheckAt), isNew);
    case 'replace-tenant':
      return replacement(t, change);
    case 'hide-tenant':
      return hiding(t, change);
    case 'require-tenant':
      return check(key, exists, visible);
    case 'change-subscriptions':
      return update(key, { add: [['subscriptionsRevision', 1]] }, equals('subscriptionsRevision', change.subscriptionsRevision), visible);
    case 'finish-check':
      return finishedCheck(t, change);
    case 'tell-tooling':
      return update(
        key,
        { set: [['told', change.told]], add: [['toldRevision', 1]] },
        equals('toldRevision', change.toldRevision),
        visible,
      );
  }
}

const visible = absent('hiddenAt');

function replacement(t: TenantId, { tenant, revision, from, nextCheckAt }: ChangeOf<'replace-tenant'>): Write {
  const { set, remove } = replaced({ ...tenant, primaryOverride: tenant.primaryOverride, nextCheckAt, ...indexKeyOf.due(t, nextCheckAt) });
  return update(
    keyOf.tenant(t),
    { set, remove, add: [['revision', 1]] },
    equals('revision', revision),
    visible,
    ...asRead('nextCheckAt', from),
  );
}

function hiding(t: TenantId, { revision, at }: ChangeOf<'hide-tenant'>): Write {
  const { set } = replaced({ hiddenAt: at, ...indexKeyOf.open(t, sweptFrom(at)) });
  return update(keyOf.tenant(t), { set, remove: ['duePk', 'dueSk', 'tenantsPk', 'tenantsSk'] }, equals('revision', revision), visible);
}

function finishedCheck(t: TenantId, change: ChangeOf<'finish-check'>): Write {
  const { checkedAt, from, revision, nextCheckAt, counts, soonestLoss } = change;
  const place = { tenantId: t, ...soonestLoss };
  const { set } = replaced({ checkedAt, nextCheckAt, counts, ...indexKeyOf.due(t, nextCheckAt), ...indexKeyOf.tenants(place) });
  return update(keyOf.tenant(t), { set }, equals('nextCheckAt', from), visible, ...asRead('revision', revision));
}

/** Holds that an attribute is what it was read as, where that was said. */
function asRead(name: string, value: unknown): readonly Condition[] {
  return value === undefined ? [] : [equals(name, value)];
}
