import { type Instant, secondsAfter } from '#domain/days/instant.ts';
import type { Clock } from '#use-cases/ports.ts';

/** A clock that stands still until somebody moves it, backwards, too. */
export type MemoryClock = Clock & {
  readonly moveTo: (at: Instant) => void;
  readonly pass: (seconds: number) => void;
};

export function memoryClock(at: Instant): MemoryClock {
  let now = at;
  return {
    now: () => now,
    moveTo: (moment) => {
      now = moment;
    },
    pass: (seconds) => {
      now = secondsAfter(now, seconds);
    },
  };
}
