import { AUDIT_KEPT_DAYS } from '#domain/audit/entry-age.ts';
import { type Instant, millisecondsOf, secondsAfter } from '#domain/days/instant.ts';

/** How long items are kept, in days: the table's TTL deletes them some time after. */
export const KEPT_DAYS = {
  alert: 400,
  audit: AUDIT_KEPT_DAYS,
  reassignment: 400,
  import: 30,
  linkAfterExpiry: 30,
  outboxAfterSending: 7,
} as const;

/** A4. How long a queue may take with what it was told of, before the tick picks it up, in seconds. */
const QUEUE_SECONDS = 5 * 60;

/** The TTL attribute, in seconds since the Unix epoch, of what is kept that many days after a moment. */
export function ttlAfter(at: Instant, days: number): number {
  return Math.floor(millisecondsOf(at) / 1000) + days * 24 * 60 * 60;
}

/** A4. The moment from which the tick takes something for lost that was told to a queue just now. */
export function sweptFrom(at: Instant): Instant {
  return secondsAfter(at, QUEUE_SECONDS);
}
