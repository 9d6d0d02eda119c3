import { type ChainLink, type Hashing, linkHashOf, linksBehind } from '#domain/audit/chain-link.ts';
import { isEntryId, keptFrom, placeBehind, settledBefore } from '#domain/audit/entry-age.ts';
import type { TenantId } from '#domain/ids.ts';
import type { Change } from './change.ts';
import type { Ports, TenantStores } from './ports.ts';
import type { Progress } from './purge-tenant.ts';

/** Links written at a time: as many as one transaction takes. */
const AT_ONCE = 100;

/**
 * U2. The sequencer: chains what has settled since the last link, in the order of the entries' ids. A number exists once, so
 * two sequencers at the same time chain each entry once: whoever loses reads the head again. What turns up before the head
 * is never chained, whoever put it there, and neither is what has no entry's id: a proof finds it.
 */
export async function chainAudit(
  { clock, digest, stores }: Pick<Ports, 'clock' | 'digest' | 'stores'>,
  tenantId: TenantId,
  hasTime: () => boolean,
): Promise<Progress> {
  const store = stores.storesFor(tenantId);
  const hashing = { tenantId, digest };
  const now = clock.now();
  let head = await readHead(store, hashing);
  let after = placeBehind(head?.entryId, keptFrom(now));
  while (hasTime()) {
    const entries = await store.readAuditEntries({ after, through: settledBefore(now), limit: AT_ONCE });
    const last = entries.at(-1);
    if (last === undefined) return 'finished';
    const links = linksBehind(
      head,
      entries.filter(({ entryId }) => isEntryId(entryId)),
      hashing,
    );
    const chained = await store.commit(links.map((link): Change => ({ change: 'append-chain-link', link })));
    head = chained.ok ? (links.at(-1) ?? head) : await readHead(store, hashing);
    after = chained.ok ? last.entryId : placeBehind(head?.entryId, keptFrom(now));
  }
  return 'out-of-time';
}

/** @throws Error when the head is not what was written: a chain behind it would hide that. */
async function readHead(store: TenantStores, hashing: Hashing): Promise<ChainLink | undefined> {
  const head = await store.readChainHead();
  if (head !== undefined && linkHashOf(head, hashing) !== head.hash) {
    throw new Error(
      `The link ${head.number} of the audit chain of the tenant ${hashing.tenantId} was changed: nothing is chained behind it.`,
    );
  }
  return head;
}
