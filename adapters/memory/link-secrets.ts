import { keyOf } from '#adapters/dynamodb/keys.ts';
import type { LinkId } from '#domain/ids.ts';
import type { Link } from '#domain/links/link.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Stores } from '#use-cases/ports.ts';
import { isOf } from './item.ts';
import type { MemoryTable } from './table.ts';

/** L1. A re-sent message has another secret; the oldest of more than five no longer opens the plan. */
const SECRETS_KEPT = 5;

type NewSecret = Parameters<Stores['addLinkSecret']>[0];

/** The link as it is stored, used or expired included. */
export function readLink(table: MemoryTable, linkId: LinkId): Link | undefined {
  const item = table.get(keyOf.link(linkId));
  return isOf('link', item) ? item.value : undefined;
}

/** L1. Keeps a secret's hash beside the last four; one that is there already is well. A used link gets one, too (L5). */
export function addLinkSecret(table: MemoryTable, { linkId, secretHash, now }: NewSecret): Result<undefined, 'link-closed'> {
  const item = table.get(keyOf.link(linkId));
  if (!isOf('link', item) || (item.value.used === undefined && item.value.expiresAt <= now)) return refused('link-closed');
  const { secretHashes } = item.value;
  if (!secretHashes.includes(secretHash)) {
    table.put({ ...item, value: { ...item.value, secretHashes: [...secretHashes, secretHash].slice(-SECRETS_KEPT) } });
  }
  return ok(undefined);
}
