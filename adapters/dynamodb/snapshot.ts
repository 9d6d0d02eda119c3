import type { TenantId } from '#domain/ids.ts';
import type { Snapshot } from '#use-cases/stored.ts';
import { keyOf, PREFIX, partitionOf } from './keys.ts';
import { fromPartnerItem } from './partners.ts';
import { fromPersonItem } from './people.ts';
import { fromRecipientItem } from './recipients.ts';
import { fromSubscriptionItem } from './subscriptions.ts';
import { queryAll, type RawItem, type Table } from './table.ts';
import { fromTenantItem } from './tenants.ts';
import { fromLatestUsageItem } from './usage.ts';

/**
 * C3. Everything one check or plan reads: one strongly consistent Query of the tenant's partition, with all its pages,
 * each noun in ascending order of id. Undefined for an unknown tenant and for a hidden one.
 * @throws when a page or an item cannot be read.
 */
export async function readSnapshot(table: Table, t: TenantId): Promise<Snapshot | undefined> {
  const items = await queryAll(table, {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': partitionOf.tenant(t) },
    ConsistentRead: true,
  });
  const own = items.find(({ sk }) => sk === keyOf.tenant(t).sk);
  const tenant = own === undefined ? undefined : fromTenantItem(own);
  if (tenant === undefined) return undefined;
  const usage = items.find(({ sk }) => sk === keyOf.latestUsage(t).sk);
  return {
    tenant,
    subscriptions: startingWith(items, PREFIX.subscription).map(fromSubscriptionItem),
    people: startingWith(items, PREFIX.person).map(fromPersonItem),
    recipients: startingWith(items, PREFIX.recipient).map(fromRecipientItem),
    partners: startingWith(items, PREFIX.partner).map(fromPartnerItem),
    ...(usage !== undefined && { usage: fromLatestUsageItem(usage) }),
  };
}

/** The items of one noun in a tenant's partition, in ascending order of id, strongly consistent. */
export function readNoun(table: Table, t: TenantId, prefix: string): Promise<readonly RawItem[]> {
  return queryAll(table, {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': partitionOf.tenant(t), ':prefix': prefix },
    ConsistentRead: true,
  });
}

function startingWith(items: readonly RawItem[], prefix: string): readonly RawItem[] {
  return items.filter(({ sk }) => typeof sk === 'string' && sk.startsWith(prefix));
}
