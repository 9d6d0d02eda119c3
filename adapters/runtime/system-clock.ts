import { instantOf } from '#domain/days/instant.ts';
import type { Clock } from '#use-cases/ports.ts';

/** The machine's clock. */
export const systemClock: Clock = { now: () => instantOf(Date.now()) };
