import { openApiDocument } from '#contract/openapi.ts';
import type { apiOperations } from '#contract/operations.ts';
import type { CheckPorts } from '#use-cases/read-situation.ts';
import type { Handlers } from '../http/router.ts';
import { auditRoutes } from './audit.ts';
import { calendarRoutes } from './calendar.ts';
import { importRoutes } from './imports.ts';
import { partnerRoutes } from './partners.ts';
import { payingRoutes } from './paying.ts';
import { personRoutes } from './people.ts';
import { planRoutes } from './plans.ts';
import { reassignmentRoutes } from './reassignments.ts';
import { recipientRoutes } from './recipients.ts';
import { subscriptionRoutes } from './subscriptions.ts';
import { tenantRoutes } from './tenants.ts';
import { watchingRoutes } from './watching.ts';

/** All routes of the function `api`: a route of the contract that nobody answers does not compile. */
export function apiRoutes(ports: CheckPorts): Handlers<typeof apiOperations> {
  return {
    ...tenantRoutes(ports),
    ...subscriptionRoutes(ports),
    ...personRoutes(ports),
    ...importRoutes(ports),
    ...recipientRoutes(ports),
    ...partnerRoutes(ports),
    ...watchingRoutes(ports),
    ...payingRoutes(ports),
    ...calendarRoutes(ports),
    ...auditRoutes(ports),
    ...planRoutes(ports),
    ...reassignmentRoutes(ports),
    getOpenApi: async () => ({ status: 200, body: openApiDocument() }),
    getHealth: async () => ({ status: 200, body: { status: 'ok' } }),
  };
}
