import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import { keyOf } from '#adapters/dynamodb/keys.ts';
import { sweptFrom } from '#adapters/dynamodb/lifetimes.ts';
import { placeOfTenant, type TenantPlace } from '#adapters/dynamodb/tenant-place.ts';
import { OPEN_END } from '#domain/days/day.ts';
import type { TenantId } from '#domain/ids.ts';
import { creation, type Effect, ofExisting } from './effect.ts';
import type { Item, ItemOf } from './item.ts';

type TenantChange = ChangeOf<
  'create-tenant' | 'replace-tenant' | 'hide-tenant' | 'require-tenant' | 'change-subscriptions' | 'finish-check' | 'tell-tooling'
>;
type TenantItem = ItemOf<'tenant'>;

/** The list of all tenants, by the first day on which somebody loses access. */
export const ALL_TENANTS = 'TENANTS';

/** What each change of the tenant's own item does; none of them, but the first, finds a hidden tenant. */
export function tenantEffect(t: TenantId, change: TenantChange): Effect {
  switch (change.change) {
    case 'create-tenant':
      return creation(newTenant(t, change));
    case 'replace-tenant':
      return replaced(t, change);
    case 'hide-tenant':
      return hidden(t, change);
    case 'require-tenant':
      return ofVisible(t, () => true);
    case 'change-subscriptions':
      return ofVisible(
        t,
        ({ value }) => value.subscriptionsRevision === change.subscriptionsRevision,
        (item) => ({ ...item, value: { ...item.value, subscriptionsRevision: item.value.subscriptionsRevision + 1 } }),
      );
    case 'finish-check':
      return checked(t, change);
    case 'tell-tooling':
      return ofVisible(
        t,
        ({ value }) => value.toldRevision === change.toldRevision,
        (item) => ({ ...item, value: { ...item.value, told: change.told, toldRevision: item.value.toldRevision + 1 } }),
      );
  }
}

function ofVisible(t: TenantId, holds: (item: TenantItem) => boolean, after?: (item: TenantItem) => Item): Effect {
  return ofExisting('tenant', keyOf.tenant(t), {
    holds: (item) => item.hiddenAt === undefined && holds(item),
    ...(after !== undefined && { after }),
  });
}

/** Due at `nextCheckAt`, listed last until its first check knows better. */
function newTenant(t: TenantId, { tenant, nextCheckAt }: ChangeOf<'create-tenant'>): TenantItem {
  return {
    ...keyOf.tenant(t),
    noun: 'tenant',
    value: { ...tenant, revision: 1, nextCheckAt, subscriptionsRevision: 0, told: {}, toldRevision: 0 },
    due: nextCheckAt,
    listed: placeOf({ tenantId: t, soonestLossOn: OPEN_END, losing: 0 }),
  };
}

function placeOf(place: TenantPlace): NonNullable<Item['listed']> {
  return { list: ALL_TENANTS, place: placeOfTenant(place) };
}

/** Everything that people enter; what the check owns stays as it is. */
function replaced(t: TenantId, { tenant, revision, from, nextCheckAt }: ChangeOf<'replace-tenant'>): Effect {
  return ofVisible(
    t,
    ({ value }) => value.revision === revision && (from === undefined || value.nextCheckAt === from),
    (item) => {
      const { primaryOverride: _entered, ...checkOwns } = item.value;
      return { ...item, value: { ...checkOwns, ...tenant, nextCheckAt, revision: revision + 1 }, due: nextCheckAt };
    },
  );
}

function hidden(t: TenantId, { revision, at }: ChangeOf<'hide-tenant'>): Effect {
  return ofVisible(
    t,
    ({ value }) => value.revision === revision,
    ({ due: _due, listed: _listed, ...item }) => ({ ...item, hiddenAt: at, open: sweptFrom(at) }),
  );
}

function checked(t: TenantId, change: ChangeOf<'finish-check'>): Effect {
  const { checkedAt, from, revision, nextCheckAt, soonestLoss, counts } = change;
  return ofVisible(
    t,
    ({ value }) => value.nextCheckAt === from && (revision === undefined || value.revision === revision),
    (item) => ({
      ...item,
      value: { ...item.value, checkedAt, nextCheckAt, counts },
      due: nextCheckAt,
      listed: placeOf({ tenantId: t, ...soonestLoss }),
    }),
  );
}
