import type { Instant } from '../days/instant.ts';

/**
 * C2. A check that finds its tenant due is the morning check, at whatever hour it comes. Any other, asked for by a
 * write, tells only what is newly critical and leaves the rest to the morning.
 */
export function isMorningCheck({ nextCheckAt, now }: { readonly nextCheckAt: Instant; readonly now: Instant }): boolean {
  return nextCheckAt <= now;
}
