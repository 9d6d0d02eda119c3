import * as z from 'zod';
import { snoozedAnswer } from '../alerts.ts';
import {
  executeBody,
  followBody,
  freshBody,
  linkFileBody,
  passedOnAnswer,
  renewedBody,
  reviewAnswer,
  reviewBody,
  runAnswer,
  snoozeLinkBody,
  steerBody,
} from '../links.ts';
import { startedAnswer } from '../reassignments.ts';
import type { Operation } from './operation.ts';

const LINK = ['link-not-found', 'link-closed', 'invalid-request', 'unsupported-media-type'] as const;

/** What is done with a run through its link: as its own routes, like the API's. */
const steer = <Word extends string>(word: Word, summary: string) =>
  ({
    method: 'POST',
    path: `/links/${word}`,
    summary,
    public: true,
    body: steerBody,
    answers: { 202: startedAnswer },
    problems: [...LINK, 'may-not-act', 'not-started', 'not-now', 'too-late', 'reassignment-in-progress'],
  }) as const;

/** The routes that the function `links` answers: public, each post with the link's own secret. */
export const linkOperations = {
  openLink: {
    method: 'GET',
    path: '/r/{linkId}',
    summary: 'The same static page for every link',
    public: true,
    takesAnything: true,
    answers: { 200: 'text/html' },
    problems: [],
  },
  reviewLink: {
    method: 'POST',
    path: '/links/review',
    summary: 'The ready plans',
    public: true,
    body: reviewBody,
    answers: { 200: reviewAnswer },
    problems: LINK,
  },
  executeLink: {
    method: 'POST',
    path: '/links/execute',
    summary: 'Carry one of them out',
    public: true,
    body: executeBody,
    answers: { 202: startedAnswer },
    problems: [...LINK, 'may-not-act', 'code-required', 'plan-changed', 'reassignment-in-progress', 'unknown-subscription'],
  },
  followLink: {
    method: 'POST',
    path: '/links/status',
    summary: 'How far the run is',
    public: true,
    body: followBody,
    answers: { 200: runAnswer },
    problems: [...LINK, 'not-started'],
  },
  getLinkFile: {
    method: 'POST',
    path: '/links/control-hub.csv',
    summary: "A file for Control Hub's import",
    public: true,
    body: linkFileBody,
    answers: { 200: 'text/csv' },
    problems: [...LINK, 'may-not-act', 'part-not-found', 'not-started'],
  },
  confirmLink: {
    method: 'POST',
    path: '/links/confirm',
    summary: 'Say that Control Hub has carried the files out',
    public: true,
    body: followBody,
    answers: { 202: startedAnswer },
    problems: [...LINK, 'may-not-act', 'not-started', 'not-now'],
  },
  cancelLink: steer('cancel', 'Stop the run between two chunks'),
  resumeLink: steer('resume', 'Let a run go on that stopped by its errors'),
  undoLink: steer('undo', 'Put everybody back whom nobody changed since'),
  renewThroughLink: {
    method: 'POST',
    path: '/links/renewed',
    summary: 'Say that the subscription was renewed, and until when',
    public: true,
    body: renewedBody,
    answers: { 200: z.object({ expiresOn: z.string() }) },
    problems: [...LINK, 'may-not-act', 'licensing-model-mixed', 'precondition-failed'],
  },
  snoozeLink: {
    method: 'POST',
    path: '/links/snooze',
    summary: 'Put the matter off, for the recipient whose link it is',
    public: true,
    body: snoozeLinkBody,
    answers: { 200: snoozedAnswer },
    problems: [...LINK, 'critical-cannot-wait'],
  },
  passLinkOn: {
    method: 'POST',
    path: '/links/pass-on',
    summary: "Pass the request to the customer's admins, who get links of their own",
    public: true,
    body: followBody,
    answers: { 202: passedOnAnswer },
    problems: [...LINK, 'nobody-to-pass-to', 'passed-on-already'],
  },
  askFreshLink: {
    method: 'POST',
    path: '/links/fresh',
    summary: "Send a fresh link to the recipient's own address; answers 202 to everything",
    public: true,
    takesAnything: true,
    body: freshBody,
    answers: { 202: 'none' },
    problems: [],
  },
} as const satisfies Record<string, Operation>;
