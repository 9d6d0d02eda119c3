import { listOf } from '../lists.ts';
import { peopleQuery, personAnswer, personBody } from '../people.ts';
import type { Operation } from './operation.ts';
import { INVALID, TENANT } from './shared.ts';

const PERSON = `${TENANT}/people/{personId}`;

/** The routes of people. */
export const personOperations = {
  listPeople: {
    method: 'GET',
    path: `${TENANT}/people`,
    summary: 'The people of a tenant and how long their access lasts',
    query: peopleQuery,
    answers: { 200: listOf(personAnswer) },
    problems: ['invalid-request', 'tenant-not-found'],
  },
  putPerson: {
    method: 'PUT',
    path: PERSON,
    summary: 'Create or replace a person',
    body: personBody,
    answers: { 200: personAnswer, 201: personAnswer },
    problems: [...INVALID, 'tenant-not-found', 'unknown-subscription', 'precondition-failed'],
  },
  getPerson: {
    method: 'GET',
    path: PERSON,
    summary: 'One person',
    answers: { 200: personAnswer },
    problems: ['tenant-not-found', 'person-not-found'],
  },
  deletePerson: {
    method: 'DELETE',
    path: PERSON,
    summary: 'Delete a person',
    answers: { 204: 'none' },
    problems: ['tenant-not-found', 'person-not-found', 'precondition-failed'],
  },
} as const satisfies Record<string, Operation>;
