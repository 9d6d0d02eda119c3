import type { Link } from './link.ts';

/** What is compared when there is no link, so that the path is the same (L7). As long as a hash, and none. */
const NO_HASH = '-'.repeat(64);

/** L5. Whether a hash is one of the secrets that were sent; every stored hash is compared, and each to its end. */
export function holdsSecret(link: Link | undefined, secretHash: string): boolean {
  const known = link === undefined || link.secretHashes.length === 0 ? [NO_HASH] : link.secretHashes;
  return known.map((hash) => isSameText(hash, secretHash)).includes(true) && link !== undefined;
}

/** Equality of two texts in a time that depends on their lengths alone. */
function isSameText(left: string, right: string): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index += 1) difference |= left.charCodeAt(index) ^ right.charCodeAt(index);
  return difference === 0;
}
