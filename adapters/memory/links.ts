import type { ChangeOf } from '#adapters/dynamodb/change-of.ts';
import { keyOf } from '#adapters/dynamodb/keys.ts';
import { KEPT_DAYS, ttlAfter } from '#adapters/dynamodb/lifetimes.ts';
import type { TenantId } from '#domain/ids.ts';
import { creation, type Effect, ofExisting } from './effect.ts';
import { hasOpenWindow } from './link-codes.ts';

type LinkChange = ChangeOf<'open-link' | 'use-link' | 'ask-fresh-link' | 'pass-link-on' | 'open-code-window' | 'ask-another-code'>;

/** What each change of a link does. A link of another tenant is as if it were not there. */
export function linkEffect(t: TenantId, change: LinkChange): Effect {
  switch (change.change) {
    case 'open-link': {
      const { link } = change;
      return creation({ ...keyOf.link(link.linkId), noun: 'link', value: link, ttl: ttlAfter(link.expiresAt, KEPT_DAYS.linkAfterExpiry) });
    }
    case 'use-link':
      return used(t, change);
    case 'ask-fresh-link':
      return pausing(t, 'freshAskedAt', change);
    case 'pass-link-on':
      return pausing(t, 'passedOnAt', change);
    case 'open-code-window':
      return windowOpened(t, change);
    case 'ask-another-code':
      return anotherAsked(t, change);
  }
}

function used(t: TenantId, { linkId, reassignmentId, at }: ChangeOf<'use-link'>): Effect {
  return ofExisting('link', keyOf.link(linkId), {
    holds: ({ value }) => value.tenantId === t && value.used === undefined && value.expiresAt > at,
    after: (item) => ({ ...item, value: { ...item.value, used: { reassignmentId, at } } }),
  });
}

/** What is done with a link at most once within a while. */
function pausing(t: TenantId, member: 'freshAskedAt' | 'passedOnAt', change: ChangeOf<'ask-fresh-link' | 'pass-link-on'>): Effect {
  const { linkId, at, notSince } = change;
  return ofExisting('link', keyOf.link(linkId), {
    holds: ({ value }) => value.tenantId === t && (value[member] ?? '') <= notSince,
    after: (item) => ({ ...item, value: { ...item.value, [member]: at } }),
  });
}

function windowOpened(t: TenantId, { linkId, window }: ChangeOf<'open-code-window'>): Effect {
  return ofExisting('link', keyOf.link(linkId), {
    holds: ({ value: { tenantId, used: usedBy, code } }) =>
      tenantId === t && usedBy === undefined && (code === undefined || code.endsAt <= window.askedAt),
    after: (item) => ({ ...item, value: { ...item.value, code: window } }),
  });
}

function anotherAsked(t: TenantId, { linkId, at, notSince }: ChangeOf<'ask-another-code'>): Effect {
  return ofExisting('link', keyOf.link(linkId), {
    holds: ({ value }) =>
      value.tenantId === t &&
      value.used === undefined &&
      hasOpenWindow(value, at) &&
      value.code.codesLeft > 0 &&
      value.code.askedAt <= notSince,
    after: (item) => {
      const { code } = item.value;
      return code === undefined
        ? item
        : { ...item, value: { ...item.value, code: { ...code, askedAt: at, codesLeft: code.codesLeft - 1 } } };
    },
  });
}
