import { type ChainLink, entryHashOf, type Hashing, type KeptEntry, linkHashOf } from './chain-link.ts';

/** U2. Where a chain is broken first, and how. `number` is the link's; for an entry in no link, that of the link it stands before. */
export type Break = {
  readonly number: number;
  readonly entryId?: string;
  readonly reason: 'hash-wrong' | 'link-missing' | 'out-of-order' | 'entry-missing' | 'entry-changed' | 'not-in-chain';
};

/** U2. How far a chain is proven: the first and the last link that hold, and how many entries were found in theirs. */
export type Proof = {
  readonly first?: ChainLink;
  readonly last?: ChainLink;
  readonly chained: number;
  readonly broken?: Break;
};

/** The next links of a chain, and all entries from where the last stretch ended up to the largest id among these links. */
export type Stretch = { readonly links: readonly ChainLink[]; readonly entries: readonly KeptEntry[] };

/** `keptFrom`: the id from which on entries have to be there; what is older may have left already, or not. */
export type ProofRules = Hashing & { readonly keptFrom: string };

/**
 * U2. Proves one more stretch: each link says what it did when it was written and goes on from the one before it, and
 * each entry that is old enough to be in a link is in its link, unchanged. A link may be missing only where its entry has
 * expired. Ends at the first break.
 */
export function proveStretch(proof: Proof, { links, entries }: Stretch, rules: ProofRules): Proof {
  let proven = proof;
  let at = 0;
  for (const link of links) {
    const entry = entries[at];
    const broken = breakOfLink(link, proven.last, rules) ?? breakOfEntry(link, entry, rules);
    if (broken !== undefined) return { ...proven, broken };
    const found = entry?.entryId === link.entryId ? 1 : 0;
    at += found;
    proven = { first: proven.first ?? link, last: link, chained: proven.chained + found };
  }
  return proven;
}

function breakOfLink(link: ChainLink, last: ChainLink | undefined, rules: ProofRules): Break | undefined {
  const { number, entryId, previous } = link;
  if (linkHashOf(link, rules) !== link.hash) return { number, entryId, reason: 'hash-wrong' };
  if (number <= (last?.number ?? 0) || (previous !== undefined && previous.entryId >= entryId)) {
    return { number, entryId, reason: 'out-of-order' };
  }
  if (number === (last?.number ?? 0) + 1) {
    const goesOn = previous?.hash === last?.hash && previous?.entryId === last?.entryId;
    return goesOn ? undefined : { number, entryId, reason: 'hash-wrong' };
  }
  const mayBeGone = previous !== undefined && previous.entryId < rules.keptFrom;
  return mayBeGone ? undefined : { number: number - 1, ...(previous && { entryId: previous.entryId }), reason: 'link-missing' };
}

/** `entry` is the next one there is: it stands in the link, or before it and in none, or after it. */
function breakOfEntry(link: ChainLink, entry: KeptEntry | undefined, rules: ProofRules): Break | undefined {
  const { number, entryId, entryHash } = link;
  if (entry !== undefined && entry.entryId < entryId) return { number, entryId: entry.entryId, reason: 'not-in-chain' };
  if (entry?.entryId !== entryId) return entryId < rules.keptFrom ? undefined : { number, entryId, reason: 'entry-missing' };
  return entryHashOf(entry, rules) === entryHash ? undefined : { number, entryId, reason: 'entry-changed' };
}
