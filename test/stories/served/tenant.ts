import * as z from 'zod';
import type { RunningStack } from '#test/support/local-stack.ts';
import type { tourOf } from '#test/support/tour.ts';

/** A running stack, and the client that holds each answer against the document. */
export type OnTour = { readonly tour: Awaited<ReturnType<typeof tourOf>>; readonly stack: RunningStack };

/** What the tour of the served document goes through: one tenant and its paths. */
export const T = '/v1/tenants/acme';
export const NOBODY = '/v1/tenants/nobody';
export const TENANT = { name: 'Acme', timeZone: 'Europe/Berlin', ladder: [60, 7] };
export const SUBSCRIPTION = {
  name: 'Sales',
  department: 'Sales',
  offer: 'flex-3',
  licensing: 'named',
  telephony: 'webex-calling',
  startsOn: '2025-01-01',
  expiresOn: '2026-12-09',
  noticeDays: 30,
  commitments: [
    { kind: 'premium-agent', quantity: 10 },
    { kind: 'ivr', quantity: 2, since: '2025-02-01' },
  ],
};
export const ADA = {
  name: 'Ada',
  email: 'ada@acme.example',
  roles: ['agent', 'admin'],
  adminLevel: 'full',
  assignments: [{ subscriptionId: 'Sub1', kind: 'premium-agent' }],
};
export const ANNA = { name: 'Anna', language: 'en', email: 'anna@acme.example', mayAct: true };
export const ENTRY = { kind: 'premium-agent' };
export const holder = (personId: string, subscriptionId: string) => ({
  personId,
  name: personId,
  email: `${personId}@acme.example`,
  roles: ['agent'],
  assignments: [{ subscriptionId, ...ENTRY }],
});
export const plan = z.object({ planHash: z.string() });
export const run = z.object({ reassignmentId: z.string() });
export const alerts = z.object({ items: z.array(z.object({ alertId: z.string(), severity: z.string(), channel: z.string() })) });
export const imported = z.object({ importId: z.string() });
export const key = (name: string) => ({ 'idempotency-key': name });
