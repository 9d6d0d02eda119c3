import { listOf, pageQuery, rowsQuery } from '../lists.ts';
import { planAnswer, planBody } from '../plans.ts';
import { partQuery, reassignmentAnswer, reassignmentBody, reassignmentDetail, startedAnswer } from '../reassignments.ts';
import type { Operation } from './operation.ts';
import { INVALID, TENANT } from './shared.ts';

const RUN = `${TENANT}/reassignments/{reassignmentId}`;

/** What is asked of a run that is there. */
const steer = <Word extends string>(word: Word, summary: string) =>
  ({
    method: 'POST',
    path: `${RUN}/${word}`,
    summary,
    needsKey: true,
    answers: { 202: startedAnswer },
    problems: [
      'idempotency-key-required',
      'idempotency-key-reused',
      'tenant-not-found',
      'reassignment-not-found',
      'not-now',
      'too-late',
      'reassignment-in-progress',
    ],
  }) as const;

/** The routes of plans and reassignments. */
export const movingOperations = {
  makePlan: {
    method: 'POST',
    path: `${TENANT}/plans`,
    summary: 'Who would move where, who cannot, and why; writes nothing',
    query: rowsQuery,
    body: planBody,
    answers: { 200: planAnswer },
    problems: [...INVALID, 'tenant-not-found', 'unknown-subscription', 'unknown-person'],
  },
  startReassignment: {
    method: 'POST',
    path: `${TENANT}/reassignments`,
    summary: 'Carry a plan out',
    body: reassignmentBody,
    needsKey: true,
    answers: { 202: startedAnswer },
    problems: [
      ...INVALID,
      'idempotency-key-required',
      'idempotency-key-reused',
      'tenant-not-found',
      'unknown-subscription',
      'unknown-person',
      'plan-changed',
      'reassignment-in-progress',
    ],
  },
  listReassignments: {
    method: 'GET',
    path: `${TENANT}/reassignments`,
    summary: 'All runs, newest first',
    query: pageQuery,
    answers: { 200: listOf(reassignmentAnswer) },
    problems: ['invalid-request', 'tenant-not-found'],
  },
  getReassignment: {
    method: 'GET',
    path: RUN,
    summary: 'One run: live counts, and what became of each person',
    query: rowsQuery,
    answers: { 200: reassignmentDetail },
    problems: ['invalid-request', 'tenant-not-found', 'reassignment-not-found'],
  },
  getControlHubFile: {
    method: 'GET',
    path: `${RUN}/control-hub.csv`,
    summary: "A file for Control Hub's import, at most 1,000 rows; header Lapsewatch-Parts says how many there are",
    query: partQuery,
    answers: { 200: 'text/csv' },
    problems: ['invalid-request', 'tenant-not-found', 'reassignment-not-found', 'part-not-found'],
  },
  confirmReassignment: steer('confirm', 'Say that Control Hub has carried the files out'),
  cancelReassignment: steer('cancel', 'Stop the run between two chunks; whoever has been moved stays moved'),
  resumeReassignment: steer('resume', 'Let a run go on that stopped by its errors'),
  undoReassignment: steer('undo', 'Put everybody back whom nobody changed since; for 72 hours'),
} as const satisfies Record<string, Operation>;
