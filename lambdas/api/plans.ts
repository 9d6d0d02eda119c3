import type { apiOperations } from '#contract/operations.ts';
import { fromPlan, toPlanRequest } from '#contract/plans.ts';
import { makePlan } from '#use-cases/make-plan.ts';
import type { Ports } from '#use-cases/ports.ts';
import { startReassignment } from '#use-cases/start-reassignment.ts';
import { tenantIdOf } from '../http/http-request.ts';
import { refuseWithPlan } from '../http/refuse-with-plan.ts';
import { type Handlers, refuse } from '../http/router.ts';
import { placeOf } from './pages.ts';

type Routes = 'makePlan' | 'startReassignment';

/** The routes of plans: look at one, and carry it out. */
export function planRoutes(ports: Ports): Handlers<Pick<typeof apiOperations, Routes>> {
  return {
    makePlan: async (request) => {
      const plan = await makePlan(ports, { tenantId: tenantIdOf(request), request: toPlanRequest(request.body) });
      if (!plan.ok) return refuse(plan.refusal);
      return { status: 200, body: fromPlan(plan.value, { from: placeOf(request.query), limit: request.query.limit }) };
    },
    startReassignment: async (request) => {
      const { planHash, ...asked } = request.body;
      const { actor, named } = request;
      const started = await startReassignment(ports, {
        actor,
        tenantId: tenantIdOf(request),
        request: toPlanRequest(asked),
        planHash,
        ...(named && { named }),
      });
      return started.ok ? { status: 202, body: started.value } : refuseWithPlan(started.refusal);
    },
  };
}
