import { listOf, pageQuery } from '../lists.ts';
import { partnerAnswer, partnerBody } from '../partners.ts';
import type { Operation } from './operation.ts';
import { INVALID, TENANT } from './shared.ts';

const PARTNER = `${TENANT}/partners/{partnerId}`;

/** The routes of partners. */
export const partnerOperations = {
  listPartners: {
    method: 'GET',
    path: `${TENANT}/partners`,
    summary: 'The companies that manage the tenant',
    query: pageQuery,
    answers: { 200: listOf(partnerAnswer) },
    problems: ['invalid-request', 'tenant-not-found'],
  },
  putPartner: {
    method: 'PUT',
    path: PARTNER,
    summary: 'Create or replace a partner; recipients of one with provisioning-admin access see plans and cannot act',
    body: partnerBody,
    answers: { 200: partnerAnswer, 201: partnerAnswer },
    problems: [...INVALID, 'tenant-not-found', 'precondition-failed'],
  },
  getPartner: {
    method: 'GET',
    path: PARTNER,
    summary: 'One partner',
    answers: { 200: partnerAnswer },
    problems: ['tenant-not-found', 'partner-not-found'],
  },
  deletePartner: {
    method: 'DELETE',
    path: PARTNER,
    summary: 'Remove a partner that nothing names any more',
    answers: { 204: 'none' },
    problems: ['tenant-not-found', 'partner-not-found', 'partner-in-use', 'precondition-failed'],
  },
} as const satisfies Record<string, Operation>;
