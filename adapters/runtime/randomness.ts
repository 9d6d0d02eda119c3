import { randomBytes, randomInt } from 'node:crypto';
import { monotonicFactory, type ULIDFactory } from 'ulid';
import { type Instant, millisecondsOf } from '#domain/days/instant.ts';
import type { Randomness } from '#use-cases/ports.ts';

/**
 * Chance from the operating system. Ids that one function draws for one moment sort in the order they were drawn;
 * otherwise ids sort by their moments alone.
 */
export function systemRandomness(): Randomness {
  let last: { readonly at: Instant; readonly next: ULIDFactory } | undefined;
  return {
    ulid: (at) => {
      if (last?.at !== at) last = { at, next: monotonicFactory(fraction) };
      return last.next(millisecondsOf(at));
    },
    token: (bytes) => randomBytes(bytes).toString('base64url'),
    code: () => String(randomInt(1_000_000)).padStart(6, '0'),
  };
}

/** A number from 0 up to 1, as the ulid package asks for one per character. */
function fraction(): number {
  return randomBytes(4).readUInt32BE() / 2 ** 32;
}
