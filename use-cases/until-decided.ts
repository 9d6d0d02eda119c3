import type { Result } from '#domain/result.ts';

/** One try at read, decide, write. `lost-race`: somebody changed between the read and the write what was decided on. */
export type Attempt<Value, Refusal> = Result<Value, Refusal> | 'lost-race';

const TRIES = 5;

/**
 * Reads, decides and writes again while others are faster, a few times over: each try reads anew.
 * @throws when every try lost, which is a fault and not an answer.
 */
export async function untilDecided<Value, Refusal>(attempt: () => Promise<Attempt<Value, Refusal>>): Promise<Result<Value, Refusal>> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const outcome = await attempt();
    if (outcome !== 'lost-race') return outcome;
  }
  throw new Error(`The same data changed ${TRIES} times while a request was deciding on it.`);
}
