import { setTimeout } from 'node:timers/promises';

/** How a repeated call waits: what sleeps, what draws a number from 0 to 1, and how often it is tried in all. */
export type Backoff = {
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly random: () => number;
  readonly tries: number;
};

const FIRST_MILLISECONDS = 25;
const LONGEST_MILLISECONDS = 1000;

/** Ten tries: together at most 5 seconds, far below a function's timeout and a token's ten minutes. */
export const patientBackoff: Backoff = { sleep: setTimeout, random: Math.random, tries: 10 };

/**
 * Waits before a try, 0 being the first: twice as long each time, and anything down to nothing of that, so that those
 * who collided do not meet again.
 * @throws when there have been enough tries, with what still is not so.
 */
export async function waitBefore(attempt: number, { sleep, random, tries }: Backoff, problem: string, cause?: unknown): Promise<void> {
  if (attempt === 0) return;
  if (attempt >= tries) throw new Error(`The table was tried ${tries} times, and still: ${problem}.`, { cause });
  await sleep(random() * Math.min(LONGEST_MILLISECONDS, FIRST_MILLISECONDS * 2 ** attempt));
}
