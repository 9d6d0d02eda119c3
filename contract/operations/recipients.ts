import { listOf, pageQuery } from '../lists.ts';
import { confirmRecipientBody, recipientAnswer, recipientBody, resendBody } from '../recipients.ts';
import type { Operation } from './operation.ts';
import { INVALID, TENANT } from './shared.ts';

const RECIPIENT = `${TENANT}/recipients/{recipientId}`;

/** The routes of recipients. */
export const recipientOperations = {
  listRecipients: {
    method: 'GET',
    path: `${TENANT}/recipients`,
    summary: 'Who is told',
    query: pageQuery,
    answers: { 200: listOf(recipientAnswer) },
    problems: ['invalid-request', 'tenant-not-found'],
  },
  putRecipient: {
    method: 'PUT',
    path: RECIPIENT,
    summary: 'Create or replace a recipient',
    body: recipientBody,
    answers: { 200: recipientAnswer, 201: recipientAnswer },
    problems: [...INVALID, 'tenant-not-found', 'precondition-failed', 'unknown-partner'],
  },
  getRecipient: {
    method: 'GET',
    path: RECIPIENT,
    summary: 'One recipient, each channel with its delivery state',
    answers: { 200: recipientAnswer },
    problems: ['tenant-not-found', 'recipient-not-found'],
  },
  deleteRecipient: {
    method: 'DELETE',
    path: RECIPIENT,
    summary: 'Remove a recipient; links die at once, topics follow',
    answers: { 204: 'none' },
    problems: ['tenant-not-found', 'recipient-not-found', 'precondition-failed'],
  },
  resendConfirmation: {
    method: 'POST',
    path: `${RECIPIENT}/resend`,
    summary: 'Ask SNS for its confirmation message again',
    body: resendBody,
    answers: { 202: 'none' },
    problems: [...INVALID, 'tenant-not-found', 'recipient-not-found', 'no-such-channel'],
  },
  confirmRecipient: {
    method: 'POST',
    path: `${RECIPIENT}/confirm`,
    summary: 'Confirm a channel with the token of a pasted confirmation link',
    body: confirmRecipientBody,
    answers: { 202: 'none' },
    problems: [...INVALID, 'tenant-not-found', 'recipient-not-found', 'no-such-channel'],
  },
} as const satisfies Record<string, Operation>;
