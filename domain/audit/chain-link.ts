import { canonical } from '../canonical.ts';
import type { TenantId } from '../ids.ts';
import type { Digest } from '../plans/plan.ts';

/** U2. An audit entry as it is kept: `content` is all that stands in it, whether or not this version knows what it means. */
export type KeptEntry = { readonly entryId: string; readonly content: Readonly<Record<string, unknown>> };

/** U2. One link of a tenant's audit chain: it holds one entry, and through the hash of the link before it all earlier ones. */
export type ChainLink = {
  /** From 1, without a gap. */
  readonly number: number;
  readonly entryId: string;
  readonly entryHash: string;
  /** The link before it; absent for the first of all. Its entry says by when it was made whether it may be gone by now. */
  readonly previous?: { readonly entryId: string; readonly hash: string };
  readonly hash: string;
};

/** U2. What stands for the whole chain up to that number: the weekly heartbeat carries the newest. */
export type ChainHead = Pick<ChainLink, 'number' | 'hash'>;

/** U2. Of a link, what is told of it: its number and its hash. */
export function headOf({ number, hash }: ChainHead): ChainHead {
  return { number, hash };
}

/** Whose chain it is, and how it is hashed. The tenant is hashed, too, so that a chain is no other tenant's. */
export type Hashing = { readonly tenantId: TenantId; readonly digest: Digest };

/** U2. The links that hold these entries, in this order, behind the last link there is. */
export function linksBehind(last: ChainLink | undefined, entries: readonly KeptEntry[], hashing: Hashing): readonly ChainLink[] {
  const links: ChainLink[] = [];
  for (const entry of entries) links.push(linkBehind(links.at(-1) ?? last, entry, hashing));
  return links;
}

function linkBehind(last: ChainLink | undefined, entry: KeptEntry, hashing: Hashing): ChainLink {
  const unhashed = {
    number: (last?.number ?? 0) + 1,
    entryId: entry.entryId,
    entryHash: entryHashOf(entry, hashing),
    ...(last !== undefined && { previous: { entryId: last.entryId, hash: last.hash } }),
  };
  return { ...unhashed, hash: linkHashOf(unhashed, hashing) };
}

/** The hash of everything that stands in an entry. */
export function entryHashOf({ content }: KeptEntry, { digest }: Hashing): string {
  return digest(canonical(content));
}

/** The hash of everything else that stands in a link, the hash before it included. */
export function linkHashOf({ number, entryId, entryHash, previous }: Omit<ChainLink, 'hash'>, { tenantId, digest }: Hashing): string {
  return digest(canonical({ tenantId, number, entryId, entryHash, previous }));
}
