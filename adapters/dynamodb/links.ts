import * as z from 'zod';
import type { TenantId } from '#domain/ids.ts';
import type { Link } from '#domain/links/link.ts';
import type { ChangeOf } from './change-of.ts';
import { absent, after, anyOf, atLeast, equals, exists, isNew, notAfter } from './conditions.ts';
import { channel } from './findings.ts';
import { keyOf } from './keys.ts';
import { KEPT_DAYS, ttlAfter } from './lifetimes.ts';
import { day, id, instant, parsed } from './stored.ts';
import type { RawItem } from './table.ts';
import { type Item, put, update, type Write } from './writes.ts';

const link: z.ZodType<Link> = z.object({
  linkId: id.link,
  tenantId: id.tenant,
  recipientId: id.recipient,
  channel,
  subscriptionId: id.subscription,
  endsOn: z.exactOptional(day),
  secretHashes: z.array(z.string()),
  createdAt: instant,
  expiresAt: instant,
  freshAskedAt: z.exactOptional(instant),
  code: z.exactOptional(
    z.object({ endsAt: instant, askedAt: instant, hashes: z.array(z.string()), triesLeft: z.number(), codesLeft: z.number() }),
  ),
  passedOnAt: z.exactOptional(instant),
  used: z.exactOptional(z.object({ reassignmentId: id.reassignment, at: instant })),
});

export function fromLinkItem(item: RawItem): Link {
  return parsed(link, item);
}

/** Kept 30 days past its end, so that a used one can answer how its run went (L5). */
function toLinkItem(opened: Link): Item {
  return { ...keyOf.link(opened.linkId), ...opened, ttl: ttlAfter(opened.expiresAt, KEPT_DAYS.linkAfterExpiry) };
}

type LinkChange = ChangeOf<'open-link' | 'use-link' | 'ask-fresh-link' | 'pass-link-on' | 'open-code-window' | 'ask-another-code'>;

/** What each change of a link writes. A link of another tenant is as if it were not there. */
export function linkWrite(t: TenantId, change: LinkChange): Write {
  switch (change.change) {
    case 'open-link':
      return put(toLinkItem(change.link), isNew);
    case 'use-link': {
      const used = { reassignmentId: change.reassignmentId, at: change.at };
      return update(
        keyOf.link(change.linkId),
        { set: [['used', used]] },
        equals('tenantId', t),
        absent('used'),
        after('expiresAt', change.at),
      );
    }
    case 'ask-fresh-link':
      return pausing(t, 'freshAskedAt', change);
    case 'pass-link-on':
      return pausing(t, 'passedOnAt', change);
    case 'open-code-window':
      return update(
        keyOf.link(change.linkId),
        { set: [['code', change.window]] },
        equals('tenantId', t),
        absent('used'),
        anyOf(absent('code'), notAfter(['code', 'endsAt'], change.window.askedAt)),
      );
    case 'ask-another-code':
      return update(
        keyOf.link(change.linkId),
        { set: [[['code', 'askedAt'], change.at]], add: [[['code', 'codesLeft'], -1]] },
        equals('tenantId', t),
        absent('used'),
        after(['code', 'endsAt'], change.at),
        atLeast(['code', 'triesLeft'], 1),
        atLeast(['code', 'codesLeft'], 1),
        notAfter(['code', 'askedAt'], change.notSince),
      );
  }
}

/** What is done with a link at most once within a while. */
function pausing(t: TenantId, attribute: 'freshAskedAt' | 'passedOnAt', change: ChangeOf<'ask-fresh-link' | 'pass-link-on'>): Write {
  const paused = anyOf(absent(attribute), notAfter(attribute, change.notSince));
  return update(keyOf.link(change.linkId), { set: [[attribute, change.at]] }, exists, equals('tenantId', t), paused);
}
