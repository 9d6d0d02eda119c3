import { type Instant, millisecondsOf, secondsAfter } from '../days/instant.ts';

/** U1. How long an entry is kept, in days. */
export const AUDIT_KEPT_DAYS = 400;

/**
 * U2. How old an entry has to be before it is chained, in seconds: then none with an earlier id can still be on its way.
 *
 * An entry's id is drawn by its writer's clock before the transaction it is part of. No function runs for more than 300 s
 * and whatever is tried again in another run draws another id, so a transaction begins within that time; twice as much
 * leaves five minutes for what is under way when a function is stopped, and for clocks that differ.
 */
export const SETTLING_SECONDS = 600;

const DAY_SECONDS = 24 * 60 * 60;

/** U2. Entries with smaller ids have settled. */
export function settledBefore(now: Instant): string {
  return firstIdAt(secondsAfter(now, -SETTLING_SECONDS));
}

/**
 * U2. Entries with larger ids have to be there. TTL comes some time after the 400 days, and not in order; an entry is not
 * counted on in the last of them, so that none can expire while it is being read.
 */
export function keptFrom(now: Instant): string {
  return firstIdAt(secondsAfter(now, -(AUDIT_KEPT_DAYS - 1) * DAY_SECONDS));
}

/** U2. The id behind which entries are read: those before have expired, or stand in the chain up to that entry. */
export function placeBehind(entryId: string | undefined, oldest: string): string {
  return entryId !== undefined && entryId > oldest ? entryId : oldest;
}

/** Whether it is an id as entries are given: 26 characters of Crockford's base 32. Nobody's entry has another. */
export function isEntryId(text: string): boolean {
  return /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(text);
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_CHARACTERS = 10;

/** Sorts before every ULID of that millisecond or later, and after all earlier ones. */
function firstIdAt(at: Instant): string {
  let rest = millisecondsOf(at);
  let text = '';
  for (let place = 0; place < TIME_CHARACTERS; place += 1) {
    text = CROCKFORD.charAt(rest % CROCKFORD.length) + text;
    rest = Math.floor(rest / CROCKFORD.length);
  }
  return text;
}
