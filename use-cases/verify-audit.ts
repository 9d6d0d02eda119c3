import { type ChainHead, type ChainLink, headOf, type KeptEntry } from '#domain/audit/chain-link.ts';
import { keptFrom, placeBehind } from '#domain/audit/entry-age.ts';
import { type Break, type Proof, type ProofRules, proveStretch } from '#domain/audit/prove.ts';
import { type Instant, secondsAfter } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Ports, TenantStores } from './ports.ts';
import type { TenantNotFound } from './refusals.ts';

/** U2. What a proof found. Counts go up to the break, or to where it is to go on. */
export type VerifiedAudit = {
  readonly entries: number;
  readonly intact: boolean;
  readonly chained: number;
  /** The first link that was proven: of the number asked for, else the oldest that is kept. */
  readonly first?: ChainHead;
  readonly head?: ChainHead;
  readonly broken?: Break;
  /** The number to ask for next, when the time was up before the head. */
  readonly next?: number;
};

/** Links read at a time, and with them as many entries: an entry is an item of at most 400 KB, so they are never more than 40 MB. */
const AT_ONCE = 100;
/** HTTP API gives up after 30 s, and the last stretch has to be read, too. */
const PROVING_SECONDS = 20;

type Asked = { readonly tenantId: TenantId; readonly from?: number | undefined };
type Proving = { readonly store: TenantStores; readonly from: number; readonly rules: ProofRules; readonly hasTime: () => boolean };

/**
 * U2. Proves a tenant's audit from the oldest link that is kept, or from a number on, to the head, stretch by stretch; then
 * counts what has not been chained yet. The audit outlives its tenant.
 */
export async function verifyAudit(
  { clock, digest, stores }: Pick<Ports, 'clock' | 'digest' | 'stores'>,
  { tenantId, from = 1 }: Asked,
): Promise<Result<VerifiedAudit, TenantNotFound>> {
  const store = stores.storesFor(tenantId);
  const now = clock.now();
  const rules = { tenantId, digest, keptFrom: keptFrom(now) };
  const { first, last, chained, broken, toTheHead } = await prove({ store, from, rules, hasTime: timeLeft(clock, now) });
  const younger = toTheHead ? await store.countAuditEntries({ after: placeBehind(last?.entryId, rules.keptFrom) }) : 0;
  const head = toTheHead ? last : await store.readChainHead();
  const entries = chained + younger;
  // U1: only a tenant that never was has neither an entry nor a link.
  if (entries === 0 && head === undefined && (await store.readTenant()) === undefined) return refused({ reason: 'tenant-not-found' });
  return ok({
    entries,
    chained,
    intact: broken === undefined,
    ...(first && { first: headOf(first) }),
    ...(head && { head: headOf(head) }),
    ...(broken && { broken }),
    ...(!toTheHead && !broken && { next: (last?.number ?? from - 1) + 1 }),
  });
}

function timeLeft(clock: Ports['clock'], since: Instant): () => boolean {
  const until = secondsAfter(since, PROVING_SECONDS);
  return () => clock.now() < until;
}

/** Begins with the link before the first, where that is kept: the first has to go on from it. */
async function prove({ store, from, rules, hasTime }: Proving): Promise<Proof & { readonly toTheHead: boolean }> {
  const before = from > 1 ? (await store.readChainLinks({ from: from - 1, limit: 1 }))[0] : undefined;
  let proof: Proof = { chained: 0, ...(before?.number === from - 1 && { last: before }) };
  while (proof.broken === undefined) {
    const links = await store.readChainLinks({ from: proof.last === undefined ? from : proof.last.number + 1, limit: AT_ONCE });
    if (links.length === 0) return endOf(proof, from);
    if (!hasTime()) break;
    proof = proveStretch(proof, { links, entries: await entriesOf(store, { links, last: proof.last, rules }) }, rules);
  }
  return { ...proof, toTheHead: false };
}

/** A chain that ends before the number that somebody kept was cut off there. */
function endOf(proof: Proof, from: number): Proof & { readonly toTheHead: boolean } {
  if (proof.first !== undefined || from === 1) return { ...proof, toTheHead: true };
  return { ...proof, broken: { number: from, reason: 'link-missing' }, toTheHead: false };
}

type Place = { readonly links: readonly ChainLink[]; readonly last: ChainLink | undefined; readonly rules: ProofRules };

/** One entry more than there are links is enough to find one that is in no link, however many somebody put there. */
async function entriesOf(store: TenantStores, { links, last, rules }: Place): Promise<readonly KeptEntry[]> {
  const after = placeBehind(last?.entryId ?? links[0]?.previous?.entryId, rules.keptFrom);
  const ids = links.map(({ entryId }) => entryId).toSorted();
  return store.readAuditEntries({ after, through: ids.at(-1) ?? after, limit: links.length + 1 });
}
