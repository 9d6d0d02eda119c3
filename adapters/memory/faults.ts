import type { TenantId } from '#domain/ids.ts';
import type { Change } from '#use-cases/change.ts';
import type { Stores, TenantStores } from '#use-cases/ports.ts';

/**
 * What becomes of one try of a commit. `conflict`: it meets another transaction, and is tried again. `lost-response`: it is
 * carried out, nobody hears of it, and it is tried again under its token. `throw-before` and `throw-after`: the caller never
 * hears of it, and nothing or everything was done.
 */
export type CommitFault = 'none' | 'conflict' | WriteFault;
export type WriteFault = 'lost-response' | 'throw-before' | 'throw-after';

type CommitTry = { readonly tenantId: TenantId; readonly changes: readonly Change[]; readonly attempt: number };

/** A write outside of any commit. */
type UpdateName = 'addLinkSecret' | 'addLinkCode' | 'takeCodeTry' | 'claimOutbox' | 'finishOutbox' | 'purge';

export type ReadName = Exclude<keyof Stores | keyof TenantStores, UpdateName | 'storesFor' | 'commit'>;

/** Decides what goes wrong; a fault that is left out never happens. */
export type Faults = {
  readonly commit?: (attempt: CommitTry) => CommitFault;
  readonly update?: (update: UpdateName) => 'none' | WriteFault;
  /** A read that throws is one of which a part could not be had (C3). */
  readonly read?: (read: ReadName) => 'none' | 'throw';
};

/** Tries that a commit takes before it gives up, as many as the real table's. */
export const TRIES = 10;

/** What a fault throws, so that a caller can tell it from what is really broken. */
export class InjectedFault extends Error {
  override readonly name = 'InjectedFault';
}

/**
 * Does something that `fault` befalls. The SDK repeats a call whose answer it did not get, so what loses one is done twice:
 * it has to be well when it meets its own first success.
 */
export async function suffered<Answer>(fault: WriteFault | 'none', what: string, act: (again: boolean) => Answer): Promise<Answer> {
  if (fault === 'throw-before') throw new InjectedFault(`${what} was never heard.`);
  const answer = act(false);
  if (fault === 'throw-after') throw new InjectedFault(`${what} was carried out, and its answer was lost.`);
  return fault === 'lost-response' ? act(true) : answer;
}

/** One read. */
export async function read<Answer>(faults: Faults, what: ReadName, answer: () => Answer): Promise<Answer> {
  if (faults.read?.(what) === 'throw') throw new InjectedFault(`${what} could not read all of it.`);
  return answer();
}
