import * as z from 'zod';
import type { DueAlert } from '#domain/alerts/due-alert.ts';
import { subscriptionIdOf } from '#domain/findings/finding.ts';
import type { Checked } from '#use-cases/check-tenant.ts';
import { day, dayText, defined, evenWhenWrong, idAnswer, severity } from './fields.ts';
import { findingAnswer, fromFinding } from './findings.ts';
import { FIRST_ROWS } from './lists.ts';

/** `asOf` looks at another day, so it only goes with `dryRun`. */
export const checkBody = z
  .strictObject({ dryRun: z.boolean().default(false), asOf: day.optional() })
  .refine(({ dryRun, asOf }) => dryRun || asOf === undefined, {
    path: ['asOf'],
    message: 'Only a dry run can look at another day; send dryRun: true with it.',
    ...evenWhenWrong,
  });

const toldAnswer = z.object({
  kind: z.string(),
  severity,
  subscriptionId: idAnswer.optional(),
  on: dayText,
  rung: z.union([z.int(), z.literal('once')]),
  recipientId: idAnswer.optional(),
  channel: z.enum(['email', 'sms', 'events']),
});

/** What a check found, and what it told whom; without a recipient where tooling was told. First 200 of each, with counts. */
export const checkAnswer = z.object({
  findings: z.array(findingAnswer),
  findingsCount: z.int(),
  alerts: z.array(toldAnswer),
  alertsCount: z.int(),
});
/** 202: the check was queued, because the tenant is too large to check while a caller waits. */
export const checkQueuedAnswer = z.object({ status: z.literal('queued') });

export function fromChecked({ findings, alerts }: Checked): z.input<typeof checkAnswer> {
  return {
    findings: findings.slice(0, FIRST_ROWS).map(fromFinding),
    findingsCount: findings.length,
    alerts: alerts.slice(0, FIRST_ROWS).map(fromDueAlert),
    alertsCount: alerts.length,
  };
}

function fromDueAlert({ identity, finding }: DueAlert): z.input<typeof toldAnswer> {
  const { audience, kind, on, rung } = identity;
  return {
    kind,
    severity: finding.severity,
    on,
    rung,
    channel: audience.channel,
    ...defined({ subscriptionId: subscriptionIdOf(finding.subject) }),
    ...(audience.recipientId !== '#tooling' && { recipientId: audience.recipientId }),
  };
}
