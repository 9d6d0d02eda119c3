import { guardAnswer } from '../guard.ts';
import { listOf, pageQuery } from '../lists.ts';
import { putSubscriptionAnswer, subscriptionAnswer, subscriptionBody, subscriptionEntry, subscriptionsQuery } from '../subscriptions.ts';
import type { Operation } from './operation.ts';
import { INVALID, TENANT } from './shared.ts';

const SUBSCRIPTION = `${TENANT}/subscriptions/{subscriptionId}`;

/** The routes of subscriptions. */
export const subscriptionOperations = {
  listSubscriptions: {
    method: 'GET',
    path: `${TENANT}/subscriptions`,
    summary: 'The subscriptions of a tenant with status, days left and seats',
    query: { ...subscriptionsQuery, ...pageQuery },
    answers: { 200: listOf(subscriptionAnswer) },
    problems: ['invalid-request', 'tenant-not-found'],
  },
  putSubscription: {
    method: 'PUT',
    path: SUBSCRIPTION,
    summary: 'Create or replace a subscription',
    body: subscriptionBody,
    answers: { 200: putSubscriptionAnswer, 201: putSubscriptionAnswer },
    problems: [...INVALID, 'tenant-not-found', 'licensing-model-mixed', 'precondition-failed'],
  },
  getSubscription: {
    method: 'GET',
    path: SUBSCRIPTION,
    summary: 'One subscription',
    answers: { 200: subscriptionAnswer },
    problems: ['tenant-not-found', 'subscription-not-found'],
  },
  checkSubscription: {
    method: 'POST',
    path: `${TENANT}/subscription-checks`,
    summary: 'The guard before buying: what stands against a planned subscription, and who would pay',
    description: [
      'Writes nothing. `allowed` is false when anything found is critical: another licensing model than the tenant’s (D20), or an id that the tenant has already.',
      'Sentences are in the language of the tenant. `timeline` says who pays on each day from today, over five years or until everything known has ended, without the planned subscription (`before`) and with it (`after`); without `subscriptionId` nobody pays.',
    ].join(' '),
    body: subscriptionEntry,
    answers: { 200: guardAnswer },
    problems: [...INVALID, 'tenant-not-found'],
  },
  deleteSubscription: {
    method: 'DELETE',
    path: SUBSCRIPTION,
    summary: 'Delete a subscription that nobody is assigned to',
    answers: { 204: 'none' },
    problems: ['tenant-not-found', 'subscription-not-found', 'subscription-in-use', 'precondition-failed'],
  },
} as const satisfies Record<string, Operation>;
