import * as z from 'zod';
import type { Day } from '#domain/days/day.ts';
import { type Subject, subjectOf } from '#domain/findings/finding.ts';
import type { ListedAlert } from '#use-cases/list-alerts.ts';
import type { Wish } from '#use-cases/snooze-matter.ts';
import { channel, day, dayText, idAnswer, momentText, reasonGiven, severity } from './fields.ts';

/** A finding told to a recipient, and whether the message is on its way, sent, or was dropped with its recipient (A5). */
export const alertAnswer = z.object({
  alertId: idAnswer,
  kind: z.string(),
  severity,
  subscriptionId: idAnswer.optional(),
  /** A5. The recipient whom it is about; `recipientId` is the one who was told. */
  aboutRecipientId: idAnswer.optional(),
  aboutChannel: channel.optional(),
  on: dayText,
  rung: z.union([z.int(), z.literal('once')]),
  recipientId: idAnswer.optional(),
  channel: z.enum(['email', 'sms', 'events']),
  people: z.int(),
  admins: z.int(),
  toldAt: momentText,
  delivery: z.enum(['pending', 'sending', 'sent', 'dropped']),
});

/** A6. Why, and the day before which it is not told again; the latest one possible where the day is left out. */
export const snoozeBody = z.strictObject({ reason: reasonGiven, until: day.optional() });

export const snoozedAnswer = z.object({ until: dayText });

export function toWish({ reason, until }: { readonly reason: string; readonly until?: Day | undefined }): Wish {
  return { reason, ...(until !== undefined && { until }) };
}

export function fromAlert({ alert, delivery }: ListedAlert): z.input<typeof alertAnswer> {
  const { alertId, identity, severity: how, people, admins, toldAt } = alert;
  const { audience, kind, on, rung, subject } = identity;
  return {
    alertId,
    kind,
    severity: how,
    on,
    rung,
    channel: audience.channel,
    people,
    admins,
    toldAt,
    delivery,
    ...aboutWhom(subjectOf(subject)),
    ...(audience.recipientId !== '#tooling' && { recipientId: audience.recipientId }),
  };
}

function aboutWhom(subject: Subject): {
  readonly subscriptionId?: string;
  readonly aboutRecipientId?: string;
  readonly aboutChannel?: 'email' | 'sms';
} {
  if (subject === 'tenant') return {};
  return 'recipientId' in subject ? { aboutRecipientId: subject.recipientId, aboutChannel: subject.channel } : subject;
}
