import { monotonicFactory, type ULIDFactory } from 'ulid';
import { type Instant, millisecondsOf } from '#domain/days/instant.ts';
import type { Randomness } from '#use-cases/ports.ts';
import { seededChance } from './chance.ts';

/** Chance that can be repeated: the same seed draws the same ids and tokens in the same order. */
export function seededRandomness(seed: number): Randomness {
  const chance = seededChance(seed);
  let last: { readonly at: Instant; readonly next: ULIDFactory } | undefined;
  return {
    ulid: (at) => {
      if (last?.at !== at) last = { at, next: monotonicFactory(chance) };
      return last.next(millisecondsOf(at));
    },
    token: (bytes) => Buffer.from(Array.from({ length: bytes }, () => Math.floor(chance() * 256))).toString('base64url'),
    code: () => String(Math.floor(chance() * 1_000_000)).padStart(6, '0'),
  };
}
