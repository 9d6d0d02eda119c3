import type { Instant } from '../days/instant.ts';

/** U1. The door a change came through. */
export type Door = 'api' | 'link' | 'check' | 'work' | 'import' | 'deliver';

/** U1. Who changed something: an IAM principal's ARN, a recipient through a link, or Lapsewatch itself. */
export type Actor = { readonly who: string; readonly door: Door };

/** U1. What was done: a noun and a verb in the past. */
export type AuditAction =
  | 'tenant-created'
  | 'tenant-replaced'
  | 'tenant-deleted'
  | 'subscription-created'
  | 'subscription-replaced'
  | 'subscription-deleted'
  | 'seats-repaired'
  | 'person-created'
  | 'person-replaced'
  | 'person-deleted'
  | 'people-imported'
  | 'subscriptions-imported'
  | 'recipient-created'
  | 'recipient-replaced'
  | 'recipient-deleted'
  | 'partner-created'
  | 'partner-replaced'
  | 'partner-deleted'
  | 'usage-entered'
  | 'link-passed-on'
  | 'alert-snoozed'
  | 'delivery-changed'
  | 'reassignment-started'
  | 'people-moved'
  | 'people-marked-moving'
  | 'reassignment-confirmed'
  | 'reassignment-cancelled'
  | 'reassignment-resumed'
  | 'undo-started'
  | 'people-put-back'
  | 'people-marked-moving-back'
  | 'moves-confirmed'
  | 'reassignment-finished';

/** One entry per effect, appended in the effect's own transaction. No secret and no message body is in it. */
export type AuditEntry = {
  /** A ULID: entries sort by the time they were made. */
  readonly entryId: string;
  readonly at: Instant;
  readonly who: string;
  readonly door: Door;
  readonly action: AuditAction;
  /** The id of what was changed: a subscription, person, recipient, partner, reassignment or import, or a month of usage; absent for the tenant itself. */
  readonly subject?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly planHash?: string;
};
