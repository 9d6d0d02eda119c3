import { listOf, pageQuery } from '../lists.ts';
import { putSubscriptionAnswer, subscriptionAnswer, subscriptionBody, subscriptionsQuery } from '../subscriptions.ts';
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
  deleteSubscription: {
    method: 'DELETE',
    path: SUBSCRIPTION,
    summary: 'Delete a subscription that nobody is assigned to',
    answers: { 204: 'none' },
    problems: ['tenant-not-found', 'subscription-not-found', 'subscription-in-use', 'precondition-failed'],
  },
} as const satisfies Record<string, Operation>;
