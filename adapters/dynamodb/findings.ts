import * as z from 'zod';
import type { FindingKind, Severity } from '#domain/findings/finding.ts';
import type { Channel } from '#domain/recipients/recipient.ts';
import { oneOf } from './stored.ts';

/** The words of findings and alerts, as several nouns store them. */
export const findingKind = oneOf<FindingKind>({
  'access-ends': true,
  'renewal-ahead': true,
  'renewal-unconfirmed': true,
  stranded: true,
  'no-admin-left': true,
  'admins-unknown': true,
  'dates-unknown': true,
  'telephony-mismatch': true,
  'over-assigned': true,
  'admin-on-standard': true,
  'move-not-confirmed': true,
  'coverage-gap': true,
  reduced: true,
  'dates-unconfirmed': true,
  'notice-deadline': true,
  waiting: true,
  'double-assignment': true,
  unassigned: true,
  'admin-without-licence': true,
  'primary-differs': true,
  'partner-read-only': true,
  'recipient-unreachable': true,
});

export const severity = oneOf<Severity>({ critical: true, warning: true, info: true });

export const channel = oneOf<Channel>({ email: true, sms: true });

/** C4. Days before an end, or `once` for what has none. */
export const rung = z.union([z.number(), z.literal('once')]);
