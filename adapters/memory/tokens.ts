import { type Instant, millisecondsOf } from '#domain/days/instant.ts';
import type { TenantId } from '#domain/ids.ts';
import type { Change } from '#use-cases/change.ts';
import { isSameValue } from './effect.ts';
import { kept } from './kept.ts';

/** How long a token names one attempt. */
const REMEMBERED_MILLISECONDS = 10 * 60 * 1000;
const LONGEST = 36;

/** What a token stands for: which changes, of whom, and of when where that is written, too. */
type Attempt = {
  readonly tenantId: TenantId;
  readonly changes: readonly Change[];
  readonly dated: readonly (Instant | undefined)[];
};

/** The attempts that were carried out, by token. */
export type Tokens = {
  /**
   * Whether the attempt was carried out under this token within ten minutes.
   * @throws Error when the token is none, or stood for other changes.
   */
  readonly knows: (token: string, attempt: Attempt, now: Instant) => boolean;
  readonly remember: (token: string, attempt: Attempt, now: Instant) => void;
};

export function memoryTokens(): Tokens {
  const done = new Map<string, { readonly attempt: Attempt; readonly at: number }>();
  return {
    knows: (token, attempt, now) => {
      if (token.length === 0 || token.length > LONGEST)
        throw new Error(`A token has 1 to ${LONGEST} characters, and this one ${token.length}.`);
      const before = done.get(token);
      if (before === undefined || millisecondsOf(now) - before.at >= REMEMBERED_MILLISECONDS) return false;
      if (!isSameValue(before.attempt, attempt)) throw new Error('IdempotentParameterMismatch: the token was used for other changes.');
      return true;
    },
    remember: (token, attempt, now) => {
      const at = millisecondsOf(now);
      forgetBefore(done, at - REMEMBERED_MILLISECONDS);
      done.set(token, { attempt: kept(attempt), at });
    },
  };
}

/** The oldest come first: the rest is younger. */
function forgetBefore(done: Map<string, { readonly at: number }>, moment: number): void {
  for (const [token, { at }] of done) {
    if (at > moment) return;
    done.delete(token);
  }
}
