import * as z from 'zod';
import { importOperations } from './operations/imports.ts';
import { movingOperations } from './operations/moving.ts';
import type { Operation } from './operations/operation.ts';
import { partnerOperations } from './operations/partners.ts';
import { payingOperations } from './operations/paying.ts';
import { personOperations } from './operations/people.ts';
import { recipientOperations } from './operations/recipients.ts';
import { subscriptionOperations } from './operations/subscriptions.ts';
import { tenantOperations } from './operations/tenants.ts';
import { watchingOperations } from './operations/watching.ts';

export { linkOperations } from './operations/links.ts';
export type { Operation } from './operations/operation.ts';

/** The routes that the function `api` answers. */
export const apiOperations = {
  ...tenantOperations,
  ...subscriptionOperations,
  ...personOperations,
  ...importOperations,
  ...recipientOperations,
  ...partnerOperations,
  ...watchingOperations,
  ...payingOperations,
  ...movingOperations,
  getOpenApi: {
    method: 'GET',
    path: '/openapi.json',
    summary: 'This document',
    public: true,
    answers: { 200: z.looseObject({}) },
    problems: [],
  },
  getHealth: {
    method: 'GET',
    path: '/health',
    summary: 'Whether the API answers',
    public: true,
    answers: { 200: z.object({ status: z.literal('ok') }) },
    problems: [],
  },
} as const satisfies Record<string, Operation>;
