import { fromPlan } from '#contract/plans.ts';
import type { PlanChanged } from '#use-cases/start-reassignment.ts';
import type { Answer } from './answer.ts';
import { refuse } from './router.ts';

/** L4. A refusal that may bring the plan as it is now. */
export function refuseWithPlan(refusal: PlanChanged | Exclude<Parameters<typeof refuse>[0], { readonly reason: 'plan-changed' }>): Answer {
  return 'plan' in refusal && refusal.reason === 'plan-changed'
    ? refuse({ ...refusal, plan: fromPlan((refusal as PlanChanged).plan) })
    : refuse(refusal);
}
