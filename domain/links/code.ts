import { type Instant, secondsAfter } from '../days/instant.ts';
import type { LinkId } from '../ids.ts';
import type { Digest } from '../plans/plan.ts';

/** L9. Codes that a link's recipient asked for, and how often one may still be tried. No code is kept, only hashes. */
export type CodeWindow = {
  /** The first moment at which none of its codes is worth anything, and a new window may be opened. */
  readonly endsAt: Instant;
  /** When a code was asked for last. */
  readonly askedAt: Instant;
  /** Salted SHA-256 in hexadecimal of each code sent, newest last, at most three. */
  readonly hashes: readonly string[];
  /** Shared by all codes of the window. */
  readonly triesLeft: number;
  /** How many more may be asked for before the window ends. */
  readonly codesLeft: number;
};

const WINDOW_SECONDS = 10 * 60;
const PAUSE_SECONDS = 60;
const TRIES = 5;
const CODES = 3;

/**
 * L9. Where the codes of a link stand. `none`: no window is open, one may be opened. `may-ask`: another code may be sent within the
 * same window. `just-asked`: one was asked for less than a minute ago. `all-sent`: three were, which has to do for ten minutes, so
 * that a link floods nobody. `used-up`: all tries are gone, and no code is sent before the ten minutes are over, so that nobody
 * gets more than five guesses in ten minutes.
 */
export type CodeStanding =
  | { readonly standing: 'none' }
  | { readonly standing: 'may-ask' | 'just-asked' | 'all-sent' | 'used-up'; readonly window: CodeWindow };

/** L9. Where the codes of a link stand at a moment. */
export function codeStandingOf(window: CodeWindow | undefined, now: Instant): CodeStanding {
  if (window === undefined || window.endsAt <= now) return { standing: 'none' };
  if (window.triesLeft < 1) return { standing: 'used-up', window };
  if (window.askedAt > notAskedSince(now)) return { standing: 'just-asked', window };
  return { standing: window.codesLeft < 1 ? 'all-sent' : 'may-ask', window };
}

/** L9. Ten minutes, five tries and three codes, from the moment at which a code is asked for; the code is born when its message is rendered. */
export function openWindow(now: Instant): CodeWindow {
  return { endsAt: secondsAfter(now, WINDOW_SECONDS), askedAt: now, hashes: [], triesLeft: TRIES, codesLeft: CODES - 1 };
}

/** L9. A code is sent at most once a minute: another one may be asked for now if none was since this moment. */
export function notAskedSince(now: Instant): Instant {
  return secondsAfter(now, -PAUSE_SECONDS);
}

/** L9. What is kept of a code: salted with its link, so that no two links keep the same hash of one code. */
export function codeHash(digest: Digest, { linkId, code }: { readonly linkId: LinkId; readonly code: string }): string {
  return digest(`${linkId} ${code}`);
}
