import type { Instant } from '#domain/days/instant.ts';
import type { LinkId } from '#domain/ids.ts';
import type { Link } from '#domain/links/link.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { waitBefore } from './backoff.ts';
import { after, anyOf, equals, present } from './conditions.ts';
import { keyOf } from './keys.ts';
import { fromLinkItem } from './links.ts';
import { updateItem } from './single-update.ts';
import { getItem, type Table } from './table.ts';
import { update } from './writes.ts';

/** L1. A re-sent message has another secret; the oldest of more than five no longer opens the plan. */
const SECRETS_KEPT = 5;

type NewSecret = { readonly linkId: LinkId; readonly secretHash: string; readonly now: Instant };

/** The link as it is stored, used or expired included. */
export async function readLink(table: Table, linkId: LinkId): Promise<Link | undefined> {
  const item = await getItem(table, keyOf.link(linkId));
  return item === undefined ? undefined : fromLinkItem(item);
}

/**
 * L1. Keeps a secret's hash beside the last four, under the list as it was read. A hash that is there already is well. A
 * used link gets one, too: it leads to its run (L5), and the notice of a run that awaits Control Hub carries such a link (R1).
 */
export async function addLinkSecret(table: Table, { linkId, secretHash, now }: NewSecret): Promise<Result<undefined, 'link-closed'>> {
  let link = await readLink(table, linkId);
  for (let attempt = 0; ; attempt += 1) {
    await waitBefore(attempt, table.backoff, `the secrets of the link ${linkId} change while one is added`);
    if (link === undefined || (link.used === undefined && link.expiresAt <= now)) return refused('link-closed');
    if (link.secretHashes.includes(secretHash)) return ok(undefined);
    const secretHashes = [...link.secretHashes, secretHash].slice(-SECRETS_KEPT);
    const asRead = equals('secretHashes', link.secretHashes);
    const write = update(
      keyOf.link(linkId),
      { set: [['secretHashes', secretHashes]] },
      asRead,
      anyOf(present('used'), after('expiresAt', now)),
    );
    const { held, item } = await updateItem(table, write);
    if (held) return ok(undefined);
    link = item === undefined ? undefined : fromLinkItem(item);
  }
}
