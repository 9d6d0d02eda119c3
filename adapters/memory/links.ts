import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import { keyOf } from '#adapters/dynamodb/keys.ts';
import { KEPT_DAYS, ttlAfter } from '#adapters/dynamodb/lifetimes.ts';
import type { TenantId } from '#domain/ids.ts';
import { creation, type Effect, ofExisting } from './effect.ts';

/** What each change of a link does. A link of another tenant is as if it were not there. */
export function linkEffect(t: TenantId, change: ChangeOf<'open-link' | 'use-link' | 'ask-fresh-link'>): Effect {
  switch (change.change) {
    case 'open-link': {
      const { link } = change;
      return creation({ ...keyOf.link(link.linkId), noun: 'link', value: link, ttl: ttlAfter(link.expiresAt, KEPT_DAYS.linkAfterExpiry) });
    }
    case 'use-link':
      return used(t, change);
    case 'ask-fresh-link':
      return freshAsked(t, change);
  }
}

function used(t: TenantId, { linkId, reassignmentId, at }: ChangeOf<'use-link'>): Effect {
  return ofExisting('link', keyOf.link(linkId), {
    holds: ({ value }) => value.tenantId === t && value.used === undefined && value.expiresAt > at,
    after: (item) => ({ ...item, value: { ...item.value, used: { reassignmentId, at } } }),
  });
}

function freshAsked(t: TenantId, { linkId, at, notSince }: ChangeOf<'ask-fresh-link'>): Effect {
  return ofExisting('link', keyOf.link(linkId), {
    holds: ({ value }) => value.tenantId === t && (value.freshAskedAt === undefined || value.freshAskedAt <= notSince),
    after: (item) => ({ ...item, value: { ...item.value, freshAskedAt: at } }),
  });
}
