import { alertAnswer, snoozeBody, snoozedAnswer } from '../alerts.ts';
import { auditAnswer, verifyAnswer, verifyQuery } from '../audit.ts';
import { checkAnswer, checkBody, checkQueuedAnswer } from '../checks.ts';
import { coverageAnswer, coverageQuery, findingsQuery } from '../coverage.ts';
import { describedFindingAnswer } from '../findings.ts';
import { listOf, pageQuery } from '../lists.ts';
import type { Operation } from './operation.ts';
import { INVALID, TENANT } from './shared.ts';

/** The routes that tell what is true of a tenant, what was told, and what was done. */
export const watchingOperations = {
  getCoverage: {
    method: 'GET',
    path: `${TENANT}/coverage`,
    summary: 'How many have access, and how many lose it within so many days',
    query: coverageQuery,
    answers: { 200: coverageAnswer },
    problems: ['invalid-request', 'tenant-not-found'],
  },
  listFindings: {
    method: 'GET',
    path: `${TENANT}/findings`,
    summary: 'What is true now and somebody should know',
    query: findingsQuery,
    answers: { 200: listOf(describedFindingAnswer) },
    problems: ['invalid-request', 'tenant-not-found'],
  },
  getCalendar: {
    method: 'GET',
    path: `${TENANT}/calendar.ics`,
    summary: 'A calendar feed: ends and renewals, last days to give notice, hand-overs of the primary',
    description:
      'All-day events on days of the tenant, in its language, with reminders 30, 7 and 1 days before at its alert hour. An event keeps its UID when its day moves, and its SEQUENCE grows with each change; what has passed is not in it.',
    answers: { 200: 'text/calendar' },
    problems: ['tenant-not-found'],
  },
  checkTenant: {
    method: 'POST',
    path: `${TENANT}/checks`,
    summary: 'Check now, or look at what a check would do',
    body: checkBody,
    answers: { 200: checkAnswer, 202: checkQueuedAnswer },
    problems: [...INVALID, 'tenant-not-found'],
  },
  listAlerts: {
    method: 'GET',
    path: `${TENANT}/alerts`,
    summary: 'What was told to whom, and whether it was sent',
    query: pageQuery,
    answers: { 200: listOf(alertAnswer) },
    problems: ['invalid-request', 'tenant-not-found'],
  },
  snoozeAlert: {
    method: 'POST',
    path: `${TENANT}/alerts/{alertId}/snooze`,
    summary: 'Put the matter of an alert off, for the recipient whom it was told',
    body: snoozeBody,
    answers: { 200: snoozedAnswer },
    problems: [...INVALID, 'tenant-not-found', 'alert-not-found', 'alert-over', 'alert-of-tooling', 'critical-cannot-wait'],
  },
  listAudit: {
    method: 'GET',
    path: `${TENANT}/audit`,
    summary: 'Who changed what, newest first',
    query: pageQuery,
    answers: { 200: listOf(auditAnswer) },
    problems: ['invalid-request', 'tenant-not-found'],
  },
  verifyAudit: {
    method: 'GET',
    path: `${TENANT}/audit/verify`,
    summary: 'Whether the audit is as it was written, from the oldest entry that is kept or from a number of its chain on',
    description: 'While an answer has `next`, `intact` is said of what was proven so far: go on with `?from=` until `next` is gone.',
    query: verifyQuery,
    answers: { 200: verifyAnswer },
    problems: ['invalid-request', 'tenant-not-found'],
  },
} as const satisfies Record<string, Operation>;
