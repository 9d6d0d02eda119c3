import { isAmong } from './is-among.ts';
import type { Link } from './link.ts';

/** What is compared when there is no link, so that the path is the same (L7). As long as a hash, and none. */
const NO_HASH = '-'.repeat(64);

/** L5. Whether a hash is one of the secrets that were sent. */
export function holdsSecret(link: Link | undefined, secretHash: string): boolean {
  const known = link === undefined || link.secretHashes.length === 0 ? [NO_HASH] : link.secretHashes;
  return isAmong(known, secretHash) && link !== undefined;
}
